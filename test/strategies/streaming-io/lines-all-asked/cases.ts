import { awkwardFiles } from '../../../support/awkward-files.ts';

export default { calls: () => awkwardFiles().flatMap((file) => [0, 15, 1_000_000].map((limit) => [file, limit])) };

import { awkwardFiles } from '../../../support/awkward-files.ts';

export default { calls: () => awkwardFiles().flatMap((file) => [0, 6].map((least) => [file, least])) };

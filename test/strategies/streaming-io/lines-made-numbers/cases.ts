import { awkwardFiles } from '../../../support/awkward-files.ts';

export default { calls: () => awkwardFiles().map((file) => [file]) };

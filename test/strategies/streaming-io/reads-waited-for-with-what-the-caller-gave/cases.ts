import { awkwardFiles } from '../../../support/awkward-files.ts';

export default {
  calls: () => awkwardFiles().flatMap((file) => [[{ file, least: 2 }], [{ file, least: 0 }, 'latin1']]),
};

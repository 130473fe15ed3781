import { awkwardFiles } from '../../../support/awkward-files.ts';

export default {
  calls: () => awkwardFiles().flatMap((file) => [[file, ['first', 'other', 'ERROR second']], [file, []]]),
};

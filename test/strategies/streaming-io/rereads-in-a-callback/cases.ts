import { awkwardFiles } from '../../../support/awkward-files.ts';

export default {
  calls: () => awkwardFiles().flatMap((file) => [
    [file, ['ERROR', 'second', 'missing']],
    [file, []],
  ]),
};

import { awkwardFiles } from '../../../support/awkward-files.ts';

export default {
  calls: () => [[[]], [awkwardFiles().slice(0, 9)], ...awkwardFiles().map((file) => [[file]]), [awkwardFiles()]],
};

import { awkwardFiles } from '../../../support/awkward-files.ts';

export default {
  calls: () => [
    [[awkwardFiles()[1]!, awkwardFiles().at(-3)!], 5],
    [[], 0],
    [awkwardFiles().slice(0, 12), 100],
  ],
};

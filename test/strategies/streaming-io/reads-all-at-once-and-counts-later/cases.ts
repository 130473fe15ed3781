import { awkwardFiles } from '../../../support/awkward-files.ts';

export default {
  calls: () => [
    [[awkwardFiles()[1]!, awkwardFiles().at(-3)!], 'a'],
    [[], 'a'],
    [awkwardFiles().slice(0, 12), 'a'],
    [[awkwardFiles()[1]!, 'no such file'], 'a'],
  ],
};

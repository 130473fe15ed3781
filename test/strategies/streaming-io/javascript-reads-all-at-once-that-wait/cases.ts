import { awkwardFiles } from '../../../support/awkward-files.ts';

export default { calls: () => [[[awkwardFiles()[1]!, awkwardFiles().at(-3)!], 1], [[], 1], [awkwardFiles().slice(0, 12), 1]] };

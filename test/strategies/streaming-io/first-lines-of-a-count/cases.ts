import { awkwardFiles } from '../../../support/awkward-files.ts';

const counts = [0, 1, 2, 3, 2.5, -1, -2, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

export default { calls: () => awkwardFiles().flatMap((file) => counts.map((count) => [file, count])) };

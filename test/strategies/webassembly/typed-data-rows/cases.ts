import type { FixtureCases } from '../../../support/check-strategy.ts';

const table = (rows: number, columns: number, start: number) =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => start + i * 0.5 - j * 1.25));

const same = table(4, 4, 1);

export default {
  showsTyped: true,
  calls: () => [
    [table(3, 4, 1), table(4, 2, -2)],
    [table(17, 19, 0), table(19, 23, 3)],
    [[], []],
    [[[1, 2], [3]], [[1], [2]]],
    [[[1, 2]], [[1], []]],
    [[[1, Number.NaN], [-0, 2]], [[-0, 1], [0, 1]]],
    [same, same],
  ],
} satisfies FixtureCases;

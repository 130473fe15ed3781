import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
    [[[1]], [[2]]],
    [
      [
        [0.1, 0.2, 0.3],
        [1e16, 1, -1e16],
      ],
      [
        [1, 2],
        [0.7, -0],
        [Number.NaN, 4],
      ],
    ],
    [[], [[1, 2]]],
    [[[1], [2]], [[]]],
    [[[1, 2]], []],
    [
      [[1, 2, 3], [4]],
      [
        [1, 2, 3],
        [4, 5],
        [6, 7, 8],
      ],
    ],
    [[[1, 2]], [[1, 2], undefined]],
    [[[1, 2], undefined], [[1, 2], [3, 4]]],
    [[[-0]], [[5]]],
    [[[1, 2, 3]], [[1], [2]]],
    [[[1, '2']], [[1], [2]]],
    // biome-ignore lint/suspicious/noSparseArray: holes are what is tested
    [[[1, , 3]], [[1], [2], [3]]],
  ],
} satisfies FixtureCases;

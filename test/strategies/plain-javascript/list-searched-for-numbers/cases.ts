import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
    [
      [3, Number.NaN, -0, 9],
      [1, Number.NaN, 0, 3, 3],
    ],
    [[1], []],
    [[], [1]],
  ],
} satisfies FixtureCases;

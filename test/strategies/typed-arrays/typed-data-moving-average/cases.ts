import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  showsTyped: true,
  calls: () => [
    [[1, 2, 3, 4], 2],
    [[], 3],
    [[5], 0],
    [[5, -0, Number.NaN], 2.5],
    [[1, 2, 3], Number.NaN],
    [[1, 2, 3], -1],
    [[1, undefined], 2],
  ],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  showsTyped: true,
  calls: () => [
    [[1, -4, 3], 2],
    [[], 0],
    [[0, -0], 1],
    [[Number.NaN, 1], 1],
    [[5, 0.5, -2.5, 1e300], 3],
    [Object.freeze([1, 2]), 1],
    [[2, null], 1],
  ],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
    [[], 5],
    [[1, 2, 5], 2],
    [[-0, -0, -0, -0], 3],
    [[Number.NaN, 1, 2], 1],
    [[0.1, 9, Infinity, 3], 2.5],
    // Undefined times one is NaN either way.
    [[1, , 3] as number[], 1],
  ],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[], 0], [[1, 2, 3], 3], [[0.1, 0.2, -0.3, 4], 0], [[-0], 0], [[Number.NaN, 1, 1], 2], [[1, -1, 1, -1, 5], 0]],
} satisfies FixtureCases;

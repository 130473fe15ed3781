import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[], 5], [[1, 2, 5], 12], [[0], 3], [[2], -1], [[2], 2.5], [[], 2 ** 40], [[1], 0]],
} satisfies FixtureCases;

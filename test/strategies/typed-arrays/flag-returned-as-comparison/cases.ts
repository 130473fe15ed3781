import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[]], [[1]], [[2, 3, 1, 1, 4]], [[0, 0]], [[Number.NaN, 5]]],
} satisfies FixtureCases;

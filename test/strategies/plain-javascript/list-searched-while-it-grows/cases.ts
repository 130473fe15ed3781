import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[3, -0, 0, Number.NaN, 3, Number.NaN, 1]], [[]]],
} satisfies FixtureCases;

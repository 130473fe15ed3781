import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[1, 2, NaN, NaN, 0, -0, 1], String]],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[1, 5, 3, Number.NaN], 3], [[], 1]],
} satisfies FixtureCases;

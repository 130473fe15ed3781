import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[9, 40, 3, 5, 6, 7]], [[]]],
} satisfies FixtureCases;

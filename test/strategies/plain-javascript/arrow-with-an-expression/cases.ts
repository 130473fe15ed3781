import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[]], [[{ price: 2, count: 3 }, { price: 0.1, count: 0.2 }]], [[undefined]]],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[9, 40]], [[]]],
} satisfies FixtureCases;

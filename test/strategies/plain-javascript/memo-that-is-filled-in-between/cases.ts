import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[2,['a','b','a']]],
} satisfies FixtureCases;

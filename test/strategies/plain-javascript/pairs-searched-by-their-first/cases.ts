import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[['a','b','a'],[['a',1],['b',2],['a',0.3]]],[['a'],[]]],
} satisfies FixtureCases;

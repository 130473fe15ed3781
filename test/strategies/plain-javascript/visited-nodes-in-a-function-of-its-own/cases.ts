import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[{a:['b','c'],b:['a','d'],c:['d']},'a']],
} satisfies FixtureCases;

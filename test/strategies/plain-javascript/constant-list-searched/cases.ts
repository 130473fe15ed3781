import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  select: 'withDefaults',
  calls: () => [[['a','b','c']]],
} satisfies FixtureCases;

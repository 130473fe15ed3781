import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[['1', 'abc']], [['constructor']], [[]]],
} satisfies FixtureCases;

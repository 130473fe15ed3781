import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[['a', 'b', 'a', 'c', 'b', 'a']], [[]], [['a', , 'a']]],
} satisfies FixtureCases;

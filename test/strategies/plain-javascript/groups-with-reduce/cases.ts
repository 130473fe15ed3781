import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[]], [[{ region: 'a', amount: 1 }, { region: 'b', amount: -1 }, { region: 'a', amount: 0.5 }]]],
} satisfies FixtureCases;

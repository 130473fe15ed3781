import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
    [[{ code: 'EUR', amount: 1 }, { code: 'USD', amount: 2 }, { code: 'XAU', amount: 3 }]],
    [[{ code: 'X', amount: 1 }]],
    [[]],
  ],
} satisfies FixtureCases;

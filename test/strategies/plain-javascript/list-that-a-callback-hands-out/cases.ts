import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
    [
      ['a', 'b'],
      ['b', 'c'],
    ],
  ],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
    [[], []],
    [
      ['a', 'b', 'a', '__proto__', 'b'],
      [1, Number.NaN, 0, -0, 1, Number.NaN],
    ],
  ],
} satisfies FixtureCases;

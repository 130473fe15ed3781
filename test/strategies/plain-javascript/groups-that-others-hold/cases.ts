import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
    [['a', 'b', 'a', 'aa'], ['x']],
    [[], []],
  ],
} satisfies FixtureCases;

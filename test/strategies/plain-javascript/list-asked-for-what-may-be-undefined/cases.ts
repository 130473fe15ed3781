import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
    [['a', undefined], ['b', 'a', undefined]],
    [['a', undefined], [, 'a']],
    [[undefined], [,]],
  ],
} satisfies FixtureCases;

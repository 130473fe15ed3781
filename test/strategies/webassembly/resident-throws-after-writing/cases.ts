import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  select: 'withdraw',
  showsTyped: true,
  calls: () => [
    [
      [5, 4, 3],
      [1, 1, 1],
    ],
    [
      [5, 4, 3],
      [5, 5, 1],
    ],
    [
      [5, 4, 3],
      [5, 4],
    ],
    [[], []],
    [[1, Number.NaN, -0], [1, 1, 0]],
  ],
} satisfies FixtureCases;

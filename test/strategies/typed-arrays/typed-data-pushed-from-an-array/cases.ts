import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  select: 'prefixSums',
  showsTyped: true,
  calls: () => [[[1, 2, 3]], [[]], [[-0]], [[Number.NaN, 1]], [[1, , 2]], [['1']], [[1e308, 1e308]]],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[[1, 2]], [[1, 2], [3, 4]], 1], [[[1]], [[]], 3], [[[1]], [[2]], 2]],
} satisfies FixtureCases;

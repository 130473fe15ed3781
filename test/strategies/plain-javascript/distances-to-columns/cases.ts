import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[[1, 2], [3, 4]], [[0.1, 0.2], [0.3, 0.4]], 2], [[], [[1]], 1], [[[1]], [[]], Number.NaN]],
} satisfies FixtureCases;

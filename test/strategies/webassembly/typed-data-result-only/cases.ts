import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  observed: () => [[100], [1000]],
  showsTyped: true,
  calls: () => [[0], [1], [2], [3], [100], [10_000], [2.5], [-1], [-3], [Number.NaN]],
} satisfies FixtureCases;

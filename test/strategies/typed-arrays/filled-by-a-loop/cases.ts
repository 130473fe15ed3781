import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[0], [1], [2], [100], [-1], [-2], [2.5], [1e-20], [-1e-20], [Number.NaN]],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  showsTyped: true,
  calls: () => [[0], [1], [100], [-1], [2.5], [Number.NaN]],
} satisfies FixtureCases;

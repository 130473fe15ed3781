import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[0], [4], [2.5], [-3], [-0.5], [Number.NaN]],
} satisfies FixtureCases;

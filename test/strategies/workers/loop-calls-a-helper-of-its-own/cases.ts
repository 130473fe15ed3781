import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[4], [6], [1], [0], [7.5], [Number.NaN], [-1]],
} satisfies FixtureCases;

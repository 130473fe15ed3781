import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  // An array has a length that is a whole number.
  calls: () => [[40, 50], [0, 5], [1, 0], [-1, 3], [2.5, 3], [Number.NaN, 1]],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[0], [1], [2], [30], [-1], [-2], [2.5], [3.9999999999999996], [-1e-20], [Number.NaN], [2 ** 32]],
} satisfies FixtureCases;

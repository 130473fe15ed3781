import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[0], [5], [2.5], [-3], [-0], [Number.NaN], [Infinity], [2 ** 32]],
} satisfies FixtureCases;

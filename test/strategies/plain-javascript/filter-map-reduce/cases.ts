import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[], 0], [[1, -2, 3, Number.NaN], 1.5], [[1, , -3] as number[], -1]],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[], 0], [[1, 2, 3], 2]],
} satisfies FixtureCases;

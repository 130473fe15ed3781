import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[], []], [[], [0]], [[[1, 2]], [1, 2, 0, 3]], [[], [5, -1, 0.5, 1]]],
} satisfies FixtureCases;

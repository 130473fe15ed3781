import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[[1, 2], [3, 4], [5, 6]], [0, 0]], [[[1, 2], [3, 4], [5, 6]], [0, 0, 0]], [[[1], [3, 4]], [0, 0]], [[], []], [[[1, 2], undefined, [3, 4]], [1, 2]]],
} satisfies FixtureCases;

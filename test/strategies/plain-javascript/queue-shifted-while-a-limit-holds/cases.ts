import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
    [[[1, 2], [0], [0]], 0, 5],
    [[[1, 2], [0], [0]], 0, 0],
    [[[1], []], 0, 10],
  ],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
[0, [[1, 2], [3], [3], [0], [1]]],
[2, [[], [], []]],
[5, [[1], [0]]],
  ],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [0, 1, 2, 5, 10, 17, 2.5, -1, -2, -0, 1e-20, 0.5, Number.NaN, 2 ** 32].flatMap((c) => [[[1, 3, 4, 5], [1, 4, 5, 7], c], [[2.5, 0.5], [1, -1], c], [[], [], c], [[2, 2], [1], c], [[-1, -2], [3, 4], c]]),
} satisfies FixtureCases;

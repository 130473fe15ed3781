import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [0, 1, 2, 5, 11, 100, 2.5, -1, -2, -0, 1e-20, Number.NaN, 2 ** 32].flatMap((c) => [[[1, 2, 5], c], [[2], c], [[0.5, 7], c], [[], c], [[-1], c]]),
} satisfies FixtureCases;

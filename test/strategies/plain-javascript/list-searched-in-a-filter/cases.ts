import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[1, 2, Number.NaN, -0], [2, Number.NaN, 0]], [[], []], [[undefined, 3], [1, , 2]]],
} satisfies FixtureCases;

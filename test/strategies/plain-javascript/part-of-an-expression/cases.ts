import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[]], [[1, 2, 4]], [[-0]], [[Number.NaN, 1]], [[1, , 2] as number[]]],
} satisfies FixtureCases;

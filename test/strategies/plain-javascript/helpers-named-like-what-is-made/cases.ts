import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
    [[]],
    [[1, 2, -0, Number.NaN]],
    [[1, , 3] as number[]],
    [new Array(3)],
    [[6, 12, 18, -36]],
    [[4, 5, 16, 1]],
    [Object.freeze([3, 6])],
  ],
} satisfies FixtureCases;

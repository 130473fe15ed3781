import type { FixtureCases } from '../../../support/check-strategy.ts';

/** A variable that takes the result of a chain and gets another value later stays one that can. */
export default {
  calls: () => [
    [[1, 4, -2, 9, 16], 2],
    [[1, 4], 0],
    [[], 1],
  ],
} satisfies FixtureCases;

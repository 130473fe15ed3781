import type { FixtureCases } from '../../../support/check-strategy.ts';

/** `Array('3')` has one element, and so has what is mapped from it. */
export default {
  calls: () => [
    [2, 3, 'x'],
    [0, 0, 1],
    ['3', 2, 'x'],
    [[], {}, null],
    [-1, 2, 0],
    [2.5, 2, 0],
    [Number.NaN, 1, 1],
    [2 ** 32, 1, 1],
    [2, -1, 1],
    [undefined, undefined, undefined],
    [3n, 1, 1],
  ],
} satisfies FixtureCases;

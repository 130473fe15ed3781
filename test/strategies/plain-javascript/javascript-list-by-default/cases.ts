import type { FixtureCases } from '../../../support/check-strategy.ts';

const lengthOf = (text: { readonly length: number }): number => text.length;

/** A default value says nothing of what else comes. */
export default {
  observed: () => [[['a', 'bb', 'c'], lengthOf]],
  calls: () => [
    [['a', 'bb', 'c'], lengthOf],
    [undefined, lengthOf],
    [[], lengthOf],
    ['ab', lengthOf],
    [{ length: 1, 0: 'a' }, lengthOf],
    [5, lengthOf],
    [null, lengthOf],
    [['a']],
  ],
} satisfies FixtureCases;

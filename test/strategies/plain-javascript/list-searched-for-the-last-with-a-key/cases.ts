import type { FixtureCases } from '../../../support/check-strategy.ts';

const price = (sku: string, amount: number, day: number) => ({ sku, amount, day });

export default {
  calls: () => [
    [[], [], 3],
    [['a', 'b', 'z'], [price('a', 1, 1), price('b', -0, 9), price('a', 20, 4), price('a', 300, 8)], 5],
    [['a'], [], 5],
  ],
} satisfies FixtureCases;

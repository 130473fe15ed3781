import type { FixtureCases } from '../../../support/check-strategy.ts';

const row = (sku: string, warehouse: string, quantity: number) => ({ sku, warehouse, quantity });
const stock = [row('a', 'north', 0), row('a', 'south', 4), row('b', 'north', 2), row('a', 'south', 9)];

export default {
  calls: () => [
    [[], []],
    [[row('a', 'south', 3), row('b', 'south', 1), row('a', 'north', 1), row('z', 'north', 0)], stock],
    [[row('a', 'south', 100)], stock],
    [[row('z', 'south', 100)], stock],
    [[row('a', 'south', 100)], [...stock, row('a', 'east', 200)]],
  ],
} satisfies FixtureCases;

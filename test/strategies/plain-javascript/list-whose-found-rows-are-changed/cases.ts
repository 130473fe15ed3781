import type { FixtureCases } from '../../../support/check-strategy.ts';

const order = (sku: string, count: number) => ({ sku, count });
const row = (sku: string, left: number) => ({ sku, left });

export default {
  calls: () => [
    [[], []],
    [
      [order('a', 2), order('a', 2), order('b', 1), order('z', 0), order('a', 1)],
      [row('a', 3), row('a', 9), row('b', 1)],
    ],
  ],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => {
    const lines = ['a', 'b', 'a', 'c', 'a'].map((order, price) => ({ order, price }));
    return [
      [['a', 'c', 'a', 'd'], lines],
      [['a'], []],
      [[], lines],
    ];
  },
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

const samples = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `s${at}`, features: [at, at * 2, (at * 37) % 11] }));

export default {
  select: 'Net.predictAll',
  receiver: (exports) => {
    const Net = exports['Net'] as new (weights: readonly number[], bias: number, scale: number) => unknown;
    return new Net([0.1, -0.2, 0.3], 0.5, 0.7);
  },
  calls: () => [
    [samples(40), 1],
    [[], 1],
    [samples(3), 0.1],
    // The first in order is the one that is thrown.
    [[...samples(9), { id: 'long', features: [1, 2, 3, 4] }, { id: 'longer', features: [1, 2, 3, 4, 5] }], 1],
  ],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

const orders = (count: number) =>
  new Map(Array.from({ length: count }, (_, i) => [i * 3, { total: (i * 37) % 113, share: i % 7 }]));

export default {
  calls: () => [[orders(60)], [new Map()], [orders(1)], [new Map([[1, { total: Number.NaN, share: 0 }]])]],
} satisfies FixtureCases;

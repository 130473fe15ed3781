import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  select: 'Basket.total',
  receiver: ({ Basket }) => new (Basket as new () => unknown)(),
  calls: () => [[1], [0.5]],
} satisfies FixtureCases;

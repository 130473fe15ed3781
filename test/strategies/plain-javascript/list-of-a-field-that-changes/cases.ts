import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  select: 'Shop.total',
  receiver: (exports) => new (exports['Shop'] as new () => object)(),
  calls: () => [[['a', 'b', 'b', 'a']], [[]]],
} satisfies FixtureCases;

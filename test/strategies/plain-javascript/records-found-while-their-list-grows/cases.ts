import type { FixtureCases } from '../../../support/check-strategy.ts';

const line = (productId: number, quantity: number) => ({ productId, quantity });

export default {
  calls: () => [
    [[]],
    [[line(1, 2), line(2, 1), line(1, 5), line(Number.NaN, 1), line(0, 1), line(-0, 3), line(Number.NaN, 2)]],
  ],
} satisfies FixtureCases;

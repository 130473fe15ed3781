import type { FixtureCases } from '../../../support/check-strategy.ts';

const products = [
  { id: 1, price: 2.5, taxCode: 'a' },
  { id: 2, price: 1, taxCode: 'z' },
  { id: 1, price: 99, taxCode: 'a' },
];

export default {
  select: 'Invoicing.total',
  receiver: (exports) =>
    new (exports['Invoicing'] as new (...args: unknown[]) => object)(products, [{ code: 'a', rate: 0.2 }]),
  calls: () => [
    [[]],
    [
      [
        { productId: 1, quantity: 3 },
        { productId: 2, quantity: 1 },
        { productId: 3, quantity: 1 },
      ],
    ],
  ],
} satisfies FixtureCases;

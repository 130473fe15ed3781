import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [0, 1, 2, 3, 4, 10, 30, 97, 200, 2.5, -1, -3, -0, 0.5, -0.5, 1e-20, 1.0000000000000002, 3.0000000000000004, Number.NaN, -Infinity, 2 ** 32, 5e9].map((n) => [n]),
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

const balance = (account: string, cents: number) => ({ account, cents });
const transfer = (from: string, to: string, cents: number) => ({ from, to, cents });

export default {
  calls: () => [
    [[], []],
    [
      [transfer('a', 'b', 5), transfer('b', 'b', 1), transfer('z', 'a', 1), transfer('b', 'a', -0)],
      [balance('a', 10), balance('b', 0), balance('a', 99)],
    ],
  ],
} satisfies FixtureCases;

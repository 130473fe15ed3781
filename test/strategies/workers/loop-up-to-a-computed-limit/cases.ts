import type { FixtureCases } from '../../../support/check-strategy.ts';

const values = (count: number) => Array.from({ length: count }, (_, i) => (i * 7919) % 101);

export default {
  calls: () => [
    [values(40), 3],
    [values(40), 2.25],
    [values(5), 3],
    [values(6), 3],
    [values(7), 3],
    [[], 1],
    [values(9), -2],
  ],
} satisfies FixtureCases;

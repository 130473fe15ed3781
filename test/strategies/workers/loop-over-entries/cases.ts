import type { FixtureCases } from '../../../support/check-strategy.ts';

const values = (count: number) => Array.from({ length: count }, (_, i) => (i * 37) % 11);
const holes = values(30);
delete holes[4];
delete holes[29];

export default {
  calls: () => [[values(40)], [[]], [[-0]], [holes], [[Number.NaN, 1]]],
} satisfies FixtureCases;

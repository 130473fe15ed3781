import type { FixtureCases } from '../../../support/check-strategy.ts';

const values = (count: number) => Array.from({ length: count }, (_, i) => (i * 37) % 113);
const holes = values(20);
delete holes[4];

export default {
  calls: () => [[values(60)], [[]], [[-0]], [holes], [[Number.NaN, 1]], [[1, 2, 1001, 3, 1002]]],
} satisfies FixtureCases;

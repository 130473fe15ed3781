import type { FixtureCases } from '../../../support/check-strategy.ts';

const values = (count: number) => new Set(Array.from({ length: count }, (_, i) => (i * 37) % 101));

export default {
  calls: () => [[values(40), false], [values(0), false], [values(3), true], [new Set([Number.NaN, -0]), false]],
} satisfies FixtureCases;

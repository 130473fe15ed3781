import type { FixtureCases } from '../../../support/check-strategy.ts';

const values = (count: number) => Float64Array.from({ length: count }, (_, i) => (i * 37) % 113);

export default {
  calls: () => [[values(60)], [values(0)], [Float64Array.of(-0)], [Float64Array.of(Number.NaN, 1, Number.NEGATIVE_INFINITY)]],
} satisfies FixtureCases;

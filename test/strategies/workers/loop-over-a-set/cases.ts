import type { FixtureCases } from '../../../support/check-strategy.ts';

const values = (count: number) => Array.from({ length: count }, (_, i) => (i * 37) % 113);

export default {
  calls: () => [[new Set(values(60))], [new Set()], [new Set([-0])], [new Set([Number.NaN, 1, Number.POSITIVE_INFINITY])]],
} satisfies FixtureCases;

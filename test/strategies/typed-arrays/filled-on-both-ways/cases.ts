import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[]], [[1]], [[3, 1, 2, Number.NaN, -0, 0.5, Infinity]], [Array.from({ length: 40 }, (_, i) => (i * 7) % 11)]],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[[1, 4], [9, 16]]], [[[]]], [[]]],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[3, 40]], [[]], [[0]]],
} satisfies FixtureCases;

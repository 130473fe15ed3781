import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[1, 2], 1], [[3], -1], [[], 0]],
} satisfies FixtureCases;

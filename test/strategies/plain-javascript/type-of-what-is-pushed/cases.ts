import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[1, 2]], [[]]],
} satisfies FixtureCases;

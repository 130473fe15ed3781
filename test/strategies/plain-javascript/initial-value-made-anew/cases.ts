import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[]], [[1, 12, 21, 0]], [[3.5]]],
} satisfies FixtureCases;

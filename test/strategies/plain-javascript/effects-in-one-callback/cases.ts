import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[]], [[1]], [[1, 2, 3]], [[1, , 3] as number[]]],
} satisfies FixtureCases;

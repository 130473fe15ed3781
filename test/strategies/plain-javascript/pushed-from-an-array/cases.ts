import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[]], [[1, -2, -0, Number.NaN]], [[1, , 2] as number[]]],
} satisfies FixtureCases;

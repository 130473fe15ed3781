import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[]], [[49, 50, 51, 52, 53, 54, 55, 56, 57]], [[255, 0, 256, -1, 0.5, 1e10, Number.NaN], 0x1d0f], [[1], 2 ** 40 + 0.5]],
} satisfies FixtureCases;

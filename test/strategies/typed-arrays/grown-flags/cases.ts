import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
[[], [1]],
[[1, 20, 3, Number.NaN, 9.5], [2, 0]],
  ],
} satisfies FixtureCases;

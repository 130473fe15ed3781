import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
[[], 1],
[[1, 2, 3, 2.5, 7, Number.NaN, -1], 2],
[[1, undefined, 3], 9],
// biome-ignore lint/suspicious/noSparseArray: holes are what is tested
[[1, , 3], 9],
  ],
} satisfies FixtureCases;

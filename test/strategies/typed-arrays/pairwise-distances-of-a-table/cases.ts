import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[]], [[[1, 2], [4, 6], [-0, Number.NaN]]], [[[1, 2], [3]]], [[[1], [3, 4]]], [[[], []]], [[[1, 2], [null, 3]]]],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
    [Array.from({ length: 13 }, (_, i) => (i * 7) % 5)],
    [[]],
    [[3]],
    [[Number.NaN, 1, -0]],
  ],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

const spots = (count: number) => Array.from({ length: count }, (_, i) => 80 + ((i * 37) % 41));

export default {
  calls: () => [
    [spots(40), 100, 0.2],
    [[], 100, 0.2],
    [[...spots(9), -1, ...spots(3), -2], 100, 0.2],
    [spots(5), 0, 0],
    [[Number.NaN, -0, 0], 90, 0.1],
  ],
} satisfies FixtureCases;

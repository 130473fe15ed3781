import type { FixtureCases } from '../../../support/check-strategy.ts';

const wave = Array.from({ length: 300 }, (_, index) => Math.sin(index) * 10);

export default {
  select: 'convolve',
  showsTyped: true,
  calls: () => [
    [wave.slice(), [1, 0.5, -0.25]],
    [[], [1]],
    [[1, 2, 3], []],
    [[Number.NaN, -0, Number.POSITIVE_INFINITY], [1, -1]],
    [[1, , 3], [1, 2]],
    [[1, undefined, 3], [1, 2]],
    [['1', 2], [1, 2]],
    [wave, wave],
  ],
} satisfies FixtureCases;

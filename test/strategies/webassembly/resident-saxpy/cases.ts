import type { FixtureCases } from '../../../support/check-strategy.ts';

const wave = Array.from({ length: 301 }, (_, index) => Math.sin(index) * 10);

export default {
  select: 'saxpy',
  showsTyped: true,
  calls: () => {
    const same = wave.slice();
    return [
      [0.5, wave.slice(), wave.slice(1)],
      [0.5, wave.slice(), wave.toReversed()],
      [-2, [], []],
      [1, [Number.NaN, -0, Number.POSITIVE_INFINITY], [1, -0, 2]],
      [3, same, same],
      [3, [1, 2], [1, 2, 3]],
      [3, [1, 2, 3], [1, 2]],
      ['2', [1, 2], [3, 4]],
      [2, [1, , 3], [4, 5, 6]],
    ];
  },
} satisfies FixtureCases;

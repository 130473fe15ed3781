import type { FixtureCases } from '../../../support/check-strategy.ts';

const same = () => [1, 2, 3];

export default {
  showsTyped: true,
  calls: () => {
    const shared = same();
    return [
      [2, [1, 2, 3], [4, 5, 6]],
      [2, [1], [4, 5, 6]],
      [0.5, [1, 2, 3], [4]],
      [3, shared, shared],
      [1, [], []],
      [Number.NaN, [1], [-0]],
      [1, ['a'], [1]],
    ];
  },
} satisfies FixtureCases;

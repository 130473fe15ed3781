import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => {
    const points = [
      { id: 1, next: 0 },
      { id: -0, next: Number.NaN },
      { id: Number.NaN, next: 1 },
      { id: 1, next: 7 },
    ];
    return [
      [points, 1],
      [points, Number.NaN],
      [points, 9],
      [[], 1],
    ];
  },
} satisfies FixtureCases;

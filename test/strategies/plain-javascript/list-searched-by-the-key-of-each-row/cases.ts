import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
    [[{ id: 1, total: 0 }, { id: 2, total: 1 }], [{ id: 2, total: 5 }, { id: 1, total: 3 }]],
    [[{ id: 1, total: 9 }], []],
    [[], []],
  ],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
    [[{ id: 1, parent: 0 }], [{ id: 1, parent: 0 }]],
    [[{ id: 1, parent: 9 }], []],
  ],
} satisfies FixtureCases;

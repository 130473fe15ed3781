import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
    [[1, 2], [{ id: 2, name: 'b' }, { id: 2, name: 'c' }]],
    [[1, 2]],
    [[], []],
  ],
} satisfies FixtureCases;

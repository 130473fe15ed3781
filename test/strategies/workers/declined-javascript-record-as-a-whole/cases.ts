import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  observed: () => [[[{ weight: 1, owner: 'Ada' }, { weight: 2, owner: 'Bob' }]]],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[{ id: 1 }], [{ id: 2 }]]],
  observed: true,
} satisfies FixtureCases;

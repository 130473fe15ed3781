import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[{ row: 1, place: 2 }], [{ row: 1, place: 2 }]]],
} satisfies FixtureCases;

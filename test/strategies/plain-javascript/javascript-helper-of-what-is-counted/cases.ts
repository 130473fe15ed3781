import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  observed: () => [[30]],
  calls: () => [[30], [0], [2.5], [-1], ['7'], [undefined], [null]],
} satisfies FixtureCases;

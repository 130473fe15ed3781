import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [['a word of wisdom']],
  observed: true,
} satisfies FixtureCases;

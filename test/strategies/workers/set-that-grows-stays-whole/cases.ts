import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[new Set([9, 40])], [new Set()]],
} satisfies FixtureCases;

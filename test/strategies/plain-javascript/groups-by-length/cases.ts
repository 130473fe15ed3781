import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[['a', 'to', 'b', 'for', 'at']], [[]]],
} satisfies FixtureCases;

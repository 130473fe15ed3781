import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[['a', 'bc', 'def'], 30], [[], 3], [['a'], 0], [['a', '', 'b', ''], 3]],
} satisfies FixtureCases;

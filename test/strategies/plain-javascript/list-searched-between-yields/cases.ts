import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[['a'], [{ id: 'a' }]]],
} satisfies FixtureCases;

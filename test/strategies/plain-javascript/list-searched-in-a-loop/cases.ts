import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[['a', 'b', 'x'], 'a x'], [[], ''], [[''], '']],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[''], ['a'], ['abab'], ['mississippi']],
} satisfies FixtureCases;

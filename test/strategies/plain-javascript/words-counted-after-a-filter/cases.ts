import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[''], ['The cat and the dog'], ['__proto__ a constructor __proto__ toString'], ['1 2 1 b']],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[''], ['a'], ['abcdefg']],
} satisfies FixtureCases;

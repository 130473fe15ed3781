import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[''], ['a'], ['four'], ['x'.repeat(40)]],
} satisfies FixtureCases;

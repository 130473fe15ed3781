import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
[0],
[50],
[400],
  ],
} satisfies FixtureCases;

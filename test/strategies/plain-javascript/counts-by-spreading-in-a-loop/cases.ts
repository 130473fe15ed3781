import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
[[]],
[['a', 'b', 'a', '__proto__', '__proto__', 'constructor', '2', '1']],
  ],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
    [
      [
        { page: 'a', ms: 1 },
        { page: '__proto__', ms: 2 },
        { page: 'a', ms: 3 },
        { page: 'b', ms: 4 },
        { page: 'a', ms: 5 },
      ],
    ],
    [[]],
  ],
} satisfies FixtureCases;

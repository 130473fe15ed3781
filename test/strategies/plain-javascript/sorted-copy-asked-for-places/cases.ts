import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[3,1,2,3,NaN,0,-0]],[[]]],
} satisfies FixtureCases;

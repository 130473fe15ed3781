import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[10], ['20'], [undefined], [[15]], [null], [30.5]],
  observed: () => [[10], [100]],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

const list = ['9'];

export default {
  calls: () => [0, 10, 100, undefined, null, '7', -1, -5, 2.5, Number.NaN, list, 4n].map((limit) => [limit]),
  observed: () => [[10], [100]],
} satisfies FixtureCases;

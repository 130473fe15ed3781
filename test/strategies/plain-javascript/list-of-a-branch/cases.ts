import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[null, { a: 1 }], [{ a: 1, b: 2, toString: 3 }, { b: 1, toString: 1 }], [{}, {}]],
} satisfies FixtureCases;

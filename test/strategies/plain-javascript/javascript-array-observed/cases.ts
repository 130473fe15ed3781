import type { FixtureCases } from '../../../support/check-strategy.ts';

const others = [undefined, null, 5, 'text', { length: 2 }, [['a'], 'bc'], [, 'a'], [null], [], new Float64Array(3)];

export default {
  calls: () => [[['a', 'bcd']], ...others.map((other) => [other])],
  observed: () => [[['a', 'bcd']]],
} satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[{kind:'b',n:1},{kind:'a',n:2},{kind:'zz',n:0},{kind:'a',n:1}],['a','b']]],
} satisfies FixtureCases;

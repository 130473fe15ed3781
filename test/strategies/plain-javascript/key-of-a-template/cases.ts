import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[{a:'x',b:1},{a:'y',b:NaN}],[{id:'x-1',v:5},{id:'y-NaN',v:7}]]],
} satisfies FixtureCases;

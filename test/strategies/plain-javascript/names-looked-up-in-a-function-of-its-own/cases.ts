import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[{id:1,name:'a'},{id:NaN,name:'n'},{id:1,name:'b'},{id:0,name:'z'}],[{userId:1,total:1},{userId:NaN,total:2},{userId:-0,total:2},{userId:9,total:2}]],[[],[{userId:1,total:1}]]],
} satisfies FixtureCases;

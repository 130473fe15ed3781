import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[{id:1,parent:null,title:'r'},{id:2,parent:1,title:'a'},{id:3,parent:1,title:'b'},{id:4,parent:2,title:'c'},{id:5,parent:NaN,title:'lost'}]]],
} satisfies FixtureCases;

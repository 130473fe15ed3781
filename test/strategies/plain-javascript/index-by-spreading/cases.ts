import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
[[]],
[[{ id: 'a', age: 1 }, { id: 'b', age: 2 }, { id: 'a', age: 3 }]],
[[{ id: '__proto__', age: 1 }, { id: 'b', age: 2 }, { id: '__proto__', age: 3 }]],
[[{ id: '7', age: 1 }, { id: 'constructor', age: 2 }, { id: '3', age: 3 }]],
  ],
} satisfies FixtureCases;

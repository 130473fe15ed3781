import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
[[]],
[[{ name: 'Ann', age: 20 }, { name: 'Bo', age: 3 }, { name: 'Cy', age: 18 }]],
  ],
} satisfies FixtureCases;

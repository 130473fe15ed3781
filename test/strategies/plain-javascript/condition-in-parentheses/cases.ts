import type { FixtureCases } from '../../../support/check-strategy.ts';

const people = [
  { age: 18, name: ' Ada ' },
  { age: 40, name: 'X' },
  { age: 41, name: 'Y' },
  { age: 17, name: 'Bo' },
  { age: 20, name: '' },
];

export default { calls: () => [[people], [[]]] } satisfies FixtureCases;

import type { FixtureCases } from '../../../support/check-strategy.ts';

const companies = [
  { name: 'X', employees: 1 },
  { name: 'Y', employees: 0 },
  { name: 'Z', employees: 12 },
  { name: 'W', employees: 3 },
];

export default { calls: () => [[companies], [[]]] } satisfies FixtureCases;

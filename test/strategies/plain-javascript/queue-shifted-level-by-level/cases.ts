import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
[{ value: 1, children: [] }],
[{ value: 1, children: [{ value: 2, children: [{ value: 4, children: [] }] }, { value: 3, children: [] }] }],
  ],
} satisfies FixtureCases;

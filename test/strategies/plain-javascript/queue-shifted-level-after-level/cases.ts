import type { FixtureCases } from '../../../support/check-strategy.ts';

const leaf = (value: number) => ({ value });

export default {
  calls: () => [
    [leaf(1)],
    [{ value: 1, left: { value: 2, right: leaf(4) }, right: { value: 3, left: leaf(5), right: leaf(6) } }],
  ],
} satisfies FixtureCases;

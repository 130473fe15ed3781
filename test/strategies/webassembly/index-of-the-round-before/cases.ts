import type { FixtureCases } from '../../../support/check-strategy.ts';

const values = () => new Float64Array([1, 2, 3]);

export default {
  observed: () => [[values(), 1]],
  calls: () => [
    [values(), 1],
    [values(), 3],
    [values(), 40],
    [values(), 1023],
    [new Float64Array(0), 5],
  ],
} satisfies FixtureCases;

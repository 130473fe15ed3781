import type { FixtureCases } from '../../../support/check-strategy.ts';

const plate = (count: number) => Float64Array.from({ length: count }, (_, i) => (i * 37) % 11);

export default {
  calls: () => [
    [plate(80), 8, 10, 0.1],
    [plate(80), 8.5, 9.5, 0.1],
    // Rows that overlap: what a later one writes has to be what stays.
    [plate(80), 0, 10, 0.1],
    [plate(80), -3, 10, 0.1],
    [plate(12), 4, 3, 0.2],
    [plate(8), 4, 2, 0.2],
    [plate(0), 0, 0, 0.2],
    [plate(16), 4, Number.NaN, 0.2],
  ],
} satisfies FixtureCases;

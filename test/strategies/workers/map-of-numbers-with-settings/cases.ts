import type { FixtureCases } from '../../../support/check-strategy.ts';

const payments = (count: number) => Array.from({ length: count }, (_, i) => 8 + ((i * 37) % 11));
const holes = payments(30);
delete holes[4];
delete holes[29];
const odd = (...values: unknown[]) => values as number[];

export default {
  calls: () => [
    [payments(40), 100, 'months'],
    [payments(3).map((payment) => payment + 0.5), 100, 'years'],
    [[], 100, 'months'],
    [payments(1), 100, 'months'],
    [payments(5), 0, 'months'],
    // What is missing stays missing, and what is no number is what it was.
    [holes, 100, 'months'],
    [odd(9, undefined, '10', null, 11, [8]), 100, 'months'],
    [odd(Number.NaN, -0, 0, Number.POSITIVE_INFINITY, 2 ** 31, 9), 100, 'months'],
    // The first in order is the one that is thrown.
    [[...payments(20), -2, ...payments(20), -3], 100, 'months'],
    [[-1, -2], 100, 'months'],
  ],
} satisfies FixtureCases;

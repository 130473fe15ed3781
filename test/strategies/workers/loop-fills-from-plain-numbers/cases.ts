import type { FixtureCases } from '../../../support/check-strategy.ts';

const values = (count: number) => Array.from({ length: count }, (_, i) => (i * 37) % 11);
const holes = values(30);
delete holes[4];
delete holes[29];
const odd = (...given: unknown[]) => given as number[];

export default {
  calls: () => [
    [values(40), values(40), 20],
    [values(40).map((value) => value + 0.5), values(3), 20],
    [[], [], 3],
    [values(1), [1], 0],
    // What is missing stays missing, and what is no number is what it was.
    [values(31), holes, 5],
    [odd(9, '10', null, 11, [8]), odd('1', null, undefined, 4), 5],
    // No NaN: which bits one has in a Float64Array is up to the compiler.
    [[-0, -0, 0, 2 ** 31, 9], [-0, -0, -0, 2 ** 31], 5],
    [[-0, -0], [], 1],
  ],
} satisfies FixtureCases;

// Types only claim: what is no number goes to the threads as it is.
const holed = [1, 2, 3, 4, 5, 6, 7, 8, 9];
delete holed[3];
const odd = (...values: unknown[]) => values as number[];
export default {
  calls: () => [
    [[1, 2.5, -3], [0.1, 0.2]],
    [[-0, 0, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53], [-0]],
    [[], [1]],
    [[1, 2], []],
    [holed, [1, 2]],
    [[1, 2, 3], holed],
    [odd('5', undefined, null, true, 1), [2]],
    [[1, 2], odd('2', undefined, { a: 3 })],
    [odd(1n, 2n), odd(3n)],
    [odd(1n), [2]],
  ],
};

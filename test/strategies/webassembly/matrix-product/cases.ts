const square = [
  [1, 2],
  [3, 4],
];
const row = [0.1, -0, 3];
export default {
  calls: () => [
    [square, square],
    [[[1, 2, 3]], [[4], [5], [6]]],
    [[row, row], [row, row, row]],
    [[], [[1, 2]]],
    [[[]], [[]]],
    [[[], []], []],
    [[[1, 2]], [[1, 2], [3]]],
    [[[1, 2]], [[1], [2, 3]]],
    [[[1, 2], [3]], square],
    [[[NaN, Infinity]], [[0, 1], [-0, 2]]],
    [[[1, , 3]], [[1], [2], [3]]],
    [[[1, undefined]], square],
    [[['1', 2]], square],
    [[undefined, [1, 2]], square],
    [square, 'ab'],
    [Array.from({ length: 40 }, (_, i) => Array.from({ length: 30 }, (_, j) => (i * 7 + j) / 3)), Array.from({ length: 30 }, (_, i) => Array.from({ length: 50 }, (_, j) => i / (j + 1)))],
  ],
};

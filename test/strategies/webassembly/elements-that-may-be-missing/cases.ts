export default {
  calls: () => [
    [[1, 2, 3, 4.5], [1, 0.5], [[true, false], [true, true]]],
    [[-0, Number.NaN], [1, -0], [[true]]],
    [[], [], []],
    [[1], [1, 2, 3], [[]]],
    [[1, 2], [1], [[true, false], [true]]],
    [[1, null, 2], [1, 1], [[true]]],
  ],
};

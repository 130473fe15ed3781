const one = [1, 2, 3];
export default {
  calls: () => [
    [[[0, 0], [3, 4], [-1, 0.5]]],
    [[one, one, [4, 5, 6]]],
    [[]],
    [[[]]],
    [[[1], [1, 2]]],
    [[[NaN, -0], [Infinity, 1]]],
    [Array.from({ length: 30 }, (_, i) => [i, i * i, 1 / i])],
  ],
};

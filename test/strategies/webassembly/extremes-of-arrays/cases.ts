export default {
  calls: () => [
    [[]],
    [[3]],
    [[1, 9, 2, 8, 3, 7]],
    [[0, -0]],
    [[-0, 0]],
    [[NaN, 1, 2]],
    [[5, Infinity, 7]],
    // More than are handed over on the stack: the original answers.
    [Array.from({ length: 16_390 }, () => -1)],
  ],
  observed: true,
};

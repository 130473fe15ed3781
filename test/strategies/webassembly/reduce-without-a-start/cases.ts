export default {
  calls: () => [
    [[1, 2, 3, 4], 2],
    [[5, -0, NaN, 2, 1], 3],
    [[1, 2, 3], 1],
    [[], 0],
    // Nothing to begin with is an error.
    [[], 1],
    [[1, 2], 2],
    [[9, 1, 7, -3, 2.5, 8], 4],
  ],
};

export default {
  calls: () => [
    [[2, 3, 4, 5], [3, 4, 5, 6], 5],
    [[1, 1, 2], [10.5, -3, 0.1], 3],
    [[], [], 0],
    [[-1, 2], [1, 2], 3],
    [[0.5, 2], [1, 2], 3],
    [[1], [1], -1],
    [[1], [1], 2.5],
    [[1], [1], -2],
    [[1, 2], [Number.NaN, -0], 4],
    [[1], [2e9], 2],
    // Each is an integer that the kernel takes, and their sum is more than a cell may hold.
    [[1, 1, 1], [9e8, 9e8, 9e8], 3],
  ],
  observed: () => [[[2, 3], [3, 4], 5]],
};

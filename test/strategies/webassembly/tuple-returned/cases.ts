export default {
  calls: () => [
    [[], 1],
    [[5], 1],
    [[1, 4, 9, 3.5], 10],
    [[1, 4, 9, 4], 10],
    [[NaN, 1, Infinity], Infinity],
    [[0, -0], 1],
  ],
};

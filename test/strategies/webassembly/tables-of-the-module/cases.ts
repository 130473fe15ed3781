export default {
  calls: () => [
    [[0, 30, 45, 90, 359, 360]],
    [[]],
    [[-30]],
    [[0.5, NaN, -0, Infinity]],
    [[1, , 3]],
    [Array.from({ length: 200 }, (_, i) => i * 7)],
  ],
};

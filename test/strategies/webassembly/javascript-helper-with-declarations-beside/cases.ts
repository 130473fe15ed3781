export default {
  calls: () => [
    [[0, 3, 10], [0, 4, 10]],
    [[], []],
    [[1], [1]],
    [[1, 2], [3]],
    [[NaN, 1, -0], [5, Infinity, 3]],
    [[1, , 3], [1, 2, 3]],
    [Array.from({ length: 40 }, (_, i) => (i * 37) % 41), Array.from({ length: 40 }, (_, i) => (i * 17) % 41)],
  ],
};

export default {
  calls: () => [
    [[3, 1, 2]],
    [[]],
    [[1]],
    [[5, -0, 0, 5, 2, Number.NaN, 1]],
    [Array.from({ length: 50 }, (_, index) => (index * 37) % 53)],
  ],
};

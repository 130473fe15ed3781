export default {
  observed: true,
  calls: () => [
    [[1, 2, 5], 20],
    [[1], 0],
    [[], 3],
    [[3], 2],
    [[5, 1, 10, 20], 3000],
  ],
};

export default {
  calls: () => [
    [[1, 2, 3, 4], 3],
    [[1, 2.5, 3, -0], 3],
    [[], 2],
    [[1], 5],
  ],
  observed: true,
};

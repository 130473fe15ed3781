export default {
  calls: () => [
    [[1, 2, 3, 4, 5, 6, 7, 8], 3],
    [[], 1],
  ],
};

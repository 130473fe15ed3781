export default {
  calls: () => [
    [[], 1],
    [[1, 2, 3, 4], 2],
    // eslint-disable-next-line no-sparse-arrays
    [[1, , 3], 1],
    [[5], 3],
  ],
};

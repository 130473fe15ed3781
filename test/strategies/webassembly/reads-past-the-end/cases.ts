export default {
  calls: () => [[[1, 2, 3], 2], [[], 1], [[1], 0]],
};

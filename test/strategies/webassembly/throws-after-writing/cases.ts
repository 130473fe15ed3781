export default {
  calls: () => [[[4, 9, 16], 1], [[4, 9, -1, 16], 2], [[], 1], [[2, Number.NaN], 3]],
};

export default {
  calls: () => [[3, [1, 2, 0.5], 2, 0.25], [0, [], 0, 0], [2.5, [1], -1, Number.NaN]],
};

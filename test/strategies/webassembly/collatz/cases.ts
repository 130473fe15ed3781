export default {
  calls: () => [[0], [1], [2], [10], [-3], [-0], [20.5], [1000], [Number.NaN], [-1e10]],
};

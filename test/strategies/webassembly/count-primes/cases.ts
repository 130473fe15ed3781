export default {
  calls: () => [[0], [2], [3], [100], [1000.5], [-5], [Number.NaN], [5000]],
};

export default {
  calls: () => [[0], [1], [2], [20], [-5], [-0], [2.5], [7.25], [Number.NaN]],
};

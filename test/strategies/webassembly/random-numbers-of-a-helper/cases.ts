export default {
  calls: () => [[7, 5], [30, 40], [0, 3], [3, 0], [2.5, 2], [Number.NaN, 3], [-1, -1]],
};

/** Lengths that are none, and those of nothing. */
export default {
  calls: () => [[30], [30], [0], [-1], [-2], [1.5], [Number.NaN], [2 ** -60], [Infinity], [2 ** 32 - 1], [-0]],
};

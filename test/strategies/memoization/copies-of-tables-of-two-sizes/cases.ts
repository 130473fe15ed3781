/** Fractions fill places between the elements, sizes too large for an array those behind it: twice each, for what a copy would leave out. */
export default {
  calls: () => [
    [3, 2],
    [3, 2],
    [2.5, 3],
    [2.5, 3],
    [3, 2.5],
    [3, 2.5],
    [-3, 2],
    [Number.NaN, 2],
    [0, 2],
    [-0, 2],
  ],
};

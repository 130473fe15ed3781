// From fractions and beyond the whole numbers, steps of one arrive elsewhere than sums do.
export default {
  calls: () => [
    [0, 100],
    [-5, 30],
    [90, 97],
    [97, 98],
    [10, 10],
    [10, 3],
    [0.5, 20],
    [0.1, 12.3],
    [-0, 8.5],
    [Number.NaN, 5],
    [1, Number.NaN],
    [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
  ],
};

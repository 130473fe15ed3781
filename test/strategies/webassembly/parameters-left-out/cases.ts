const values = [1, 2, -0, 4.5, NaN, 6];
export default {
  calls: () => [
    [values, 3, undefined, 0],
    [values, 3, 2, 1],
    [values, 3, 0.5, 0],
    // Left out, which the original does.
    [values],
    [values, 2],
    [values, undefined, 2, 1],
    [[], 2, 2, 0],
    [[1, 2, 3], 3, -0, -1],
  ],
};

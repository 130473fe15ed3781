const same = [1, 2, 5];

/** One list that is changed between two calls, and lists with the same length. */
export default {
  calls: () => [
    [20, [1, 2, 5], 0],
    [20, [2, 5, 9], 0],
    [0, [], 0],
    [-1, [1], 0],
    [7.5, [2.5, 1], 0],
    [20, same, 1],
    [20, same.map((coin) => coin + 1), 1],
    [6, null, 0],
  ],
};

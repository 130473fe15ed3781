export default {
  calls: () => [
    [0, 0],
    [3, 4],
    [6, 6],
    [Number.NaN, 1],
    [2.5, 1],
  ],
};

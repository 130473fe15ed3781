export default {
  calls: () => [
    [Array.from({ length: 9 }, (_, y) => Array.from({ length: 7 }, (_cell, x) => (x * y) % 3))],
    [[]],
    [[[]]],
    [[[1, 2], [3]]],
    [[[1], [2], [3]]],
  ],
  observed: true,
};

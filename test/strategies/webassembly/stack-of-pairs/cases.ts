export default {
  calls: () => [
    [[[1, 1, 0], [0, 1, 0], [1, 0, 1]]],
    [Array.from({ length: 12 }, (_, y) => Array.from({ length: 9 }, (_, x) => ((x * 7 + y * 5) % 4 === 0 ? 0 : 1)))],
    [[]],
    [[[]]],
    [[[0]]],
    [[[1, 1], [1]]],
    [[[Number.NaN, -0]]],
  ],
};

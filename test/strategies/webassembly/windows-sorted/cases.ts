const many = () => Array.from({ length: 300 }, (_, i) => ((i * 7919) % 509) / 4 - 30);
export default {
  observed: () => [[many(), 3]],
  calls: () => [
    [[5.5, 1, 4, 2, 3], 1],
    [many(), 3],
    [many(), 60],
    [[1, Number.NaN, 0.5], 1],
    [[0, -0, -0, 0, 1], 1],
    [[Infinity, -Infinity, 5e-324, 0, -5e-324, Infinity], 2],
    [[3, 3, 3, 1, 1], 2],
    [[], 0],
    [[1], 0],
    [[1, 2], 5],
    [Object.freeze([2, 1]), 1],
  ],
};

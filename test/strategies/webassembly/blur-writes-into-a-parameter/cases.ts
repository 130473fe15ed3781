const grid = (n: number) => Array.from({ length: n }, (_, i) => Math.sin(i) * 100);
const frozen = Object.freeze(grid(16));
const holes = grid(16);
delete holes[5];
export default {
  calls: () => [
    [grid(64), 8, 3],
    [[1, -0, Number.NaN, Infinity, 5, 6, 7, 8, 9], 3, 2],
    [[], 4, 1],
    [grid(10), 3, 1],
    [grid(16), 2.5, 2],
    [grid(16), 4, 0],
    [[...holes], 4, 1],
    [holes.slice(), 4, 1],
    [frozen, 4, 1],
    [['1', '2', '3', '4', '5', '6', '7', '8', '9'], 3, 1],
    [grid(16), 4, 1],
  ],
};

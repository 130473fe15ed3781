const grid = () => Array.from({ length: 5 }, (_, y) => Array.from({ length: 6 }, (_, x) => (x * y) / 3 - x));
const calls = (shared = [1, 2, 3, 4]) => [
    [grid(), 3],
    [[], 3],
    [[[]], 3],
    [[shared, shared, shared, [0, 0, 9, 0]], 2],
    [[[1, 2, 3], Object.freeze([4, 5, 6]), [7, 8, 9]], 1],
    [Object.freeze(grid()), 1],
    [[[1, 2, 3], [4, 5], [7, 8, 9]], 1],
    [[[1, 2, 3], [4, , 6], [7, 8, 9]], 1],
    [[[1, 2, 3], [4, '5', 6], [7, 8, 9]], 1],
    [[null, [1, 2, 3], [4, 5, 6]], 1],
    [grid(), 0],
];
export default { calls: () => calls() };

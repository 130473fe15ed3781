const grid = Array.from({ length: 6 }, (_, i) => Array.from({ length: 6 }, (_cell, j) => ((i * 7 + j * 5) % 9) - 2));

export default { calls: () => [[5, grid, 5], [0, grid, 0], [2, [], 2], [3, grid, 9], [-1, grid, 0], [1.5, grid, 1]] };

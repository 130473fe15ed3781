export default { calls: () => [[5, 20], [1, 3], [0, 3], [4, 0], [2.5, 2], [3, Number.NaN], [-1, 1]] };

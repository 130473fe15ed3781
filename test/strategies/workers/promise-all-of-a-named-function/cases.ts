export default { calls: () => [[[3, 1, 2], 2], [[], 1], [[1, -2, 3, -4], 1], [[undefined, 4], 1], [[1, , 3], 1], [[5, 5], Number.NaN]] };

export default { calls: () => [[[5, 1, 4, 2, 3], 3], [[], 2], [[-0, 0, -1], 3], [[0, -0], 2], [[Number.NaN, 1, 2], 3], [[Number.MAX_VALUE, -Number.MAX_VALUE, 0], 3], [[1, 1, 1], 2]] };

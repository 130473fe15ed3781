export default { calls: () => [[[5, 1, 4]], [[]], [[-0]], [[Number.NaN, 1]], [[1, , 3]], [['9', '10']]] };

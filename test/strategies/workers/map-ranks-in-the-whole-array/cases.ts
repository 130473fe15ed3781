export default { calls: () => [[[5, 3, 9, 9, 1, 0, -2, Number.NaN, 7, 7, 3]], [[]], [[1]]] };

const many = Array.from({ length: 300 }, (_, i) => ((i * 7919) % 1009) / 8 - 40);
const odd = [3, Number.NaN, 1, -0, 0, 2, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
export default { calls: () => [[many, 0.5], [many, 0.95], [odd, 0.25], [odd, 0.75], [[-0, 0], 0], [[0, -0], 0], [[], 0.5], [[7], 1], [new Array(3), 0], [[2, , 1], 0], [[5, 5, 1e308, -1e308], 0.3], [['b', 'a', '10', '9'], 0], [[5e-324, 0, -5e-324], 0], [[undefined, 1], 0]] };

const many = () => Array.from({ length: 80 }, (_, i) => ((i * 37) % 101) - 50);
export default { calls: () => [[many(), 0], [[], 0], [[1], 0], [[2, 1], 0], [[-0, 0, -0], -1], [[Number.NaN, 2, 1], 0], [Object.freeze([2, 1]), 0], [Object.freeze([1]), 0], [Object.freeze([]), 0], [Object.seal([3, 2, 1]), 0], [[3, , 1], 0]] };

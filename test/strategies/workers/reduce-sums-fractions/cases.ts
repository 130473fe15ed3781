const xs = Array.from({ length: 50 }, (_, i) => (i * 7919) % 101);
export default { calls: () => [[xs, 1.1], [[], 2], [[1, -1, 2, -3], 1], [[1e16, 1, 1e-9], 1], [new Array(3), 1], [[4, , 5], 1]] };

const xs = Array.from({ length: 50 }, (_, i) => (i * 7919) % 101);
export default { calls: () => [[xs, 25], [xs, 1e9], [[], 0], [[1, 90, -1], 15], [[1, -1, 90], 15], [[1, , 90], 15], [[-1], 1]] };

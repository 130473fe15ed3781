const xs = Array.from({ length: 50 }, (_, i) => (i * 7919) % 101);
export default { calls: () => [[xs, 20], [[], 3], [[1, -1, -2], 5]] };

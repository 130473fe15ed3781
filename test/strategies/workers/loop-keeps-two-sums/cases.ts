const xs = Array.from({ length: 50 }, (_, i) => (i * 7919) % 101);
export default { calls: () => [[xs, 1.5], [[], 2], [[3, 4], 1], [[3, -4, -5], 1]] };

const xs = Array.from({ length: 50 }, (_, i) => (i * 7919) % 101);
export default { calls: () => [[xs], [[]], [[5, 5, 5]], [[NaN, 1]], [[1, -1, -2]]] };

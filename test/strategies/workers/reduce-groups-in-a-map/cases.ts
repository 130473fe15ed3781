export default { calls: () => [[Array.from({ length: 50 }, (_, i) => (i * 7919) % 1000)], [[]], [[1]], [[0, -0, 12, 21]]] };

const xs = Array.from({ length: 50 }, (_, i) => i * 1.1);
export default { calls: () => [[xs], [[]], [[1, -1, 2, -3]], [[1e16, 1, 1e-9]]] };

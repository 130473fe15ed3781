const xs = Array.from({ length: 60 }, (_, i) => (i * 7919) % 101);
export default { calls: () => [[xs], [[]], [[4, 4, 900]], [[1, 2, -3, 4, -5]]] };

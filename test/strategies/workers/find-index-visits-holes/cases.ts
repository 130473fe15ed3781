const xs = Array.from({ length: 50 }, (_, i) => (i * 7919) % 101);
export default { calls: () => [[xs], [[9, , 1]], [[]], [[80, 90]], [[80, -1, 1]], [[1, -1]]] };

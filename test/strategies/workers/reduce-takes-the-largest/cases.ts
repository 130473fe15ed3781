const xs = Array.from({ length: 50 }, (_, i) => (i * 7919) % 101);
export default { calls: () => [[xs], [[]], [[NaN, 1]], [[3, -2]]] };

const xs = Array.from({ length: 50 }, (_, i) => (i * 7919) % 101);
export default { calls: () => [[xs], [[]], [[3, 3, 70]], [[3, -3]]] };

const xs = Array.from({ length: 30 }, (_, i) => (i * 7919) % 101);
export default { select: 'damped', calls: () => [[xs], [[]], [[1]]] };

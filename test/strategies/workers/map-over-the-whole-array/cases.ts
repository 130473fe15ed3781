const points = Array.from({ length: 23 }, (_, i) => ({ x: (i * 37) % 50, y: (i * 91) % 40 }));
export default { calls: () => [[points, 1000], [[], 1], [[{ x: 1, y: 2 }], 7], [[...points.slice(0, 3), null], 100]] };

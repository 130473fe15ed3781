const points = Array.from({ length: 60 }, (_, i) => ({ x: (i * 37) % 61, y: (i * i) % 17 }));
const broken = points.map((point, i) => (i === 20 || i === 41 ? { x: Number.NaN, y: i } : point));
const unknown = points.map((point, i) => (i % 3 === 0 ? { x: point.x, y: Number.NaN } : point));
export default { calls: () => [[points], [[]], [[{ x: 1, y: 2 }]], [broken], [unknown], [[{ x: 1, y: 1 }, null, { x: 2, y: 2 }]]] };

const points = Array.from({ length: 23 }, (_, i) => ({ x: (i * 7) % 5, y: (i * 3) % 4 }));
export default {
  calls: () => [
    [points, 1.5],
    [points, Number.NaN],
    [points, -1],
    [[], 1],
    [points.slice(0, 1), 1],
    [[{ x: Number.NaN, y: 0 }, { x: 0, y: -0 }, { x: 0, y: 0 }], 0],
    [[{ x: 0, y: 0 }, null, { x: 0, y: 0 }], 1],
  ],
};

type TriangleClass = new (rows: readonly (readonly number[])[]) => object;

export default {
  select: 'Triangle.best',
  receiver: (exports: Record<string, unknown>) => new (exports['Triangle'] as TriangleClass)([[1], [2, -0], [4, 5, 6]]),
  calls: () => [[0, 0], [0, 0], [1, 1], [2, 2], [3, 0], [-1, 0], [0.5, 1]],
};

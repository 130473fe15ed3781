// Arguments for random functions `(a, b, v, n, x, p)`: mostly what they are written for, and some of what they are not.

/** Those of the parameters that the function has, made anew for each. */
export function constructCalls(parameters: readonly string[]): readonly (readonly unknown[])[] {
  const places = parameters.map((name) => 'abvnxp'.indexOf(name));
  return allCalls().map((call) => places.map((place) => call[place]));
}

function allCalls(): readonly (readonly unknown[])[] {
  const grid = (rows: number, columns: number, at: (i: number, j: number) => unknown): unknown[][] =>
    Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_ignored, j) => at(i, j)));
  const thirds = (rows: number, columns = rows) => grid(rows, columns, (i, j) => (i * 5 - j * 3) / 3);
  const marks = (rows: number) => grid(rows, rows, (i, j) => ((i * 7 + j * 5) % 3 === 0 ? 1 : 0));
  const points = (count: number) => Array.from({ length: count }, (_, i) => ({ x: i / 3, y: 2 - i, on: i % 2 === 0 }));
  const row = [2, 1, 0];
  const holed = [4, 2, 1];
  delete holed[1];
  const like: readonly (readonly unknown[])[] = [
    [thirds(3), marks(3), [1, 2, 3], 3, 0.1],
    [marks(4), thirds(4), [3, 1, 2, 1], 4, -1],
    [thirds(2), marks(2), [0.5, -0], 2, Number.NaN],
    [marks(6), thirds(6), [5, -4, 3, 2, -1, 1e9], 6, 2],
    [marks(5), marks(5), [2, 2, 1, 1, 3], 5, 1.5],
    [thirds(1), thirds(1), [7], 1, Infinity],
    [[], [], [], 0, 1],
    [[[]], [[]], [], 0, -0],
    [marks(20), thirds(20), Array.from({ length: 20 }, (_, i) => (i * 13) % 7), 20, 0.25],
    [thirds(4), thirds(4), [1, Number.NaN, -Infinity, 2], 4, 3],
    [thirds(4), thirds(4), [-0, 0, -0, 0], 4, 0],
    [marks(4), marks(4), [4, 3, 2, 1], 2.5, 1e300],
    [marks(3), marks(3), [2 ** 31, 2 ** 53, -(2 ** 31)], 3, 2 ** 31],
  ];
  const odd: readonly (readonly unknown[])[] = [
    [[row, row, row], thirds(3), [1, 2, 3], 3, 1],
    [[row, [1, 2, 3], [4, 5, 6]], thirds(3), row, 3, 1],
    [[[1, 2, 3], [4], []], thirds(3), [1, 2, 3], 3, 1],
    [thirds(3), thirds(3), holed, 3, 1],
    [thirds(3), thirds(3), [1, undefined, 3], 3, 1],
    [grid(3, 3, (i, j) => (i === j ? undefined : 1)), thirds(3), [1, 2, 3], 3, 1],
    [thirds(3), thirds(3), [1, 2, 3], Number.NaN, 1],
    [thirds(3), thirds(3), [1, 2, 3], -2, 1],
    [thirds(3), thirds(3), Object.freeze([3, 1, 2]), 3, 1],
    [thirds(4), thirds(4), [1, 2], 4, 1],
  ];
  const records: readonly unknown[] = [
    ...[...like, ...odd].slice(1).map(([, , , n]) => points(typeof n === 'number' && n > 0 ? Math.ceil(n) : 3)),
    [{ x: 1, on: true }, { x: '1', y: 2 }, undefined],
  ];
  return [...like, ...odd].map((call, index) => [...call, records[index]]);
}

// Everyday code on tables, matrices and typed arrays: ragged rows, rows that are one object, views that overlap, places outside.

import type { SoundnessCase } from './soundness-case.ts';
import { sparse, withHole } from './sparse.ts';

const table = (rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => ((i * 7 + j * 3) % 11) / 2 - 1));

export const everydayTableCases: readonly SoundnessCase[] = [
  {
    id: 'everyday-table-1',
    trap: 'Floyd and Warshall with no way',
    source: `
export function shortest(n: number, roads: [number, number, number][]): number {
  const d: number[][] = [];
  for (let i = 0; i < n; i++) d.push(new Array<number>(n).fill(Infinity));
  for (let i = 0; i < n; i++) d[i]![i] = 0;
  for (const [a, b, w] of roads) d[a]![b] = w;
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        if (d[i]![k]! + d[k]![j]! < d[i]![j]!) d[i]![j] = d[i]![k]! + d[k]![j]!;
  let worst = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (d[i]![j]! !== Infinity && d[i]![j]! > worst) worst = d[i]![j]!;
  return worst;
}
`,
    calls: () => [
      [
        3,
        [
          [0, 1, 2.5],
          [1, 2, -1],
        ],
      ],
      [0, []],
      [2, [[0, 1, NaN]]],
      [2, [[0, 7, 1]]],
      [2, [[5, 0, 1]]],
      [2, [[1.5 as number, 0, 1]]],
    ],
  },
  {
    id: 'everyday-table-2',
    trap: 'matrix times vector, written into the argument',
    source: `
export function apply(m: Float64Array, v: Float64Array, out: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    let s = 0;
    for (let j = 0; j < n; j++) s += m[i * n + j]! * v[j]!;
    out[i] = s;
  }
}
`,
    calls: () => {
      const v = Float64Array.of(1, 2);
      const b = new Float64Array(6).map((_, i) => i);
      return [
        [Float64Array.of(1, 2, 3, 4), v, new Float64Array(2), 2],
        [Float64Array.of(1, 2, 3, 4), v, v, 2],
        [b, b.subarray(1, 3), b.subarray(2, 4), 2],
        [Float64Array.of(1), Float64Array.of(1), new Float64Array(1), 3],
        [new Float64Array(4), new Float64Array(2), new Float64Array(2), -1],
      ];
    },
  },
  {
    id: 'everyday-table-3',
    trap: 'sum of columns in another order of addition',
    source: `
export function columnTotals(rows: number[][]): number[] {
  const out: number[] = [];
  for (let j = 0; j < rows[0]!.length; j++) {
    let s = 0;
    for (let i = 0; i < rows.length; i++) s += rows[i]![j]!;
    out.push(s);
  }
  return out;
}
`,
    calls: () => {
      const r = [0.1, 0.2];
      return [
        [table(5, 4)],
        [[[1]]],
        [[[1, 2], [3]]],
        [[[1], [2, 3]]],
        [[r, r, r]],
        [
          [
            [1e308, -0],
            [1e308, -0],
            [-1e308, -0],
          ],
        ],
        [[sparse(1), sparse(2)]],
        [[[]]],
        [[]],
      ];
    },
  },
  {
    id: 'everyday-table-4',
    trap: 'game of life with wrapped edges',
    source: `
export function life(grid: boolean[][], rounds: number): boolean[][] {
  let now = grid;
  for (let r = 0; r < rounds; r++) {
    const next: boolean[][] = [];
    for (let y = 0; y < now.length; y++) {
      const row: boolean[] = [];
      for (let x = 0; x < now[y]!.length; x++) {
        let n = 0;
        for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++)
          if ((dy !== 0 || dx !== 0) && now[(y + dy + now.length) % now.length]?.[(x + dx + now[y]!.length) % now[y]!.length]) n++;
        row.push(n === 3 || (n === 2 && now[y]![x]!));
      }
      next.push(row);
    }
    now = next;
  }
  return now;
}
`,
    calls: () => [
      [
        [
          [false, true, false],
          [false, true, false],
          [false, true, false],
        ],
        1,
      ],
      [[[true]], 2],
      [[], 3],
      [[[true, false], [true]], 1],
      [
        [
          [1 as unknown as boolean, true],
          [true, true],
        ],
        1,
      ],
    ],
    scenario: async (call) => {
      const g = [[true]];
      return (await call(g, 0)) === g;
    },
  },
  {
    id: 'everyday-table-5',
    trap: 'records that are written',
    source: `
export interface Body { x: number; v: number }
export function step(bodies: Body[], dt: number, rounds: number): number {
  for (let r = 0; r < rounds; r++) {
    for (let i = 0; i < bodies.length; i++) {
      let f = 0;
      for (let j = 0; j < bodies.length; j++) if (j !== i) f += bodies[j]!.x - bodies[i]!.x;
      bodies[i]!.v += f * dt;
    }
    for (let i = 0; i < bodies.length; i++) bodies[i]!.x += bodies[i]!.v * dt;
  }
  return bodies.length;
}
`,
    calls: () => {
      const p = { x: 1, v: 2 };
      return [
        [
          [
            { x: 1, v: 0 },
            { x: 2, v: 0.5 },
          ],
          0.1,
          3,
        ],
        [[p, p, { x: 9, v: 0 }], 0.1, 2],
        [[], 1, 1],
        [[Object.freeze({ x: 1, v: 1 }), { x: 2, v: 2 }], 1, 1],
        [[p], NaN, 1],
      ];
    },
  },
  {
    id: 'everyday-table-6',
    trap: 'a table that is changed in place, two rows are one',
    source: `
export function sweep(grid: number[][], rounds: number): number[][] {
  for (let r = 0; r < rounds; r++)
    for (let y = 1; y < grid.length - 1; y++)
      for (let x = 1; x < grid[y]!.length - 1; x++)
        grid[y]![x] = (grid[y - 1]![x]! + grid[y + 1]![x]! + grid[y]![x - 1]! + grid[y]![x + 1]!) / 4;
  return grid;
}
`,
    calls: () => {
      const row = [1, 2, 3, 4];
      return [
        [
          [
            [1, 2, 3],
            [4, 5, 6],
            [7, 8, 9],
          ],
          3,
        ],
        [[row, row, row, [5, 5, 5, 5]], 2],
        [[], 1],
        [[[1]], 1],
        [
          [
            [1, 2, 3],
            [4, 5, 6, 7],
            [7, 8],
          ],
          2,
        ],
        [[[1, 2, 3], Object.freeze([4, 5, 6]), [7, 8, 9]], 1],
        [[[1, 2, 3], null, [1, 2, 3]], 1],
        [[[1, 2, 3], withHole(4, 6), [7, 8, 9]], 1],
        [
          [
            [1, 2, 3],
            [4, '5', 6],
            [7, 8, 9],
          ],
          1,
        ],
        [
          [
            [1, 2, 3],
            [4, -0, 6],
            [-0, -0, NaN],
          ],
          2,
        ],
      ];
    },
  },
  {
    id: 'everyday-table-7',
    trap: 'store from loops whose inner bound is the outer counter',
    source: `
function mix(a: number, b: number): number { let s = 0; for (let k = 0; k < 5; k++) s = (s * a + b + k) % 10007; return s; }
export function triangle(n: number): number[] {
  const out: number[] = new Array<number>((n * (n + 1)) / 2).fill(-1);
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) out[(i * (i + 1)) / 2 + j] = mix(i, j);
  return out;
}
`,
    calls: () => [[0], [1], [5], [2.5], [-1]],
  },
  {
    id: 'everyday-table-8',
    trap: 'product of matrices with NaN, infinity and ragged',
    source: `
export function multiply(a: number[][], b: number[][]): number[][] {
  const out: number[][] = [];
  for (let i = 0; i < a.length; i++) {
    const row: number[] = [];
    for (let j = 0; j < b[0]!.length; j++) {
      let s = 0;
      for (let k = 0; k < b.length; k++) s += a[i]![k]! * b[k]![j]!;
      row.push(s);
    }
    out.push(row);
  }
  return out;
}
`,
    calls: () => {
      const m = [
        [1, 2],
        [3, 4],
      ];
      return [
        [m, m],
        [[[0, Infinity]], [[1], [0]]],
        [[], []],
        [[[1]], []],
        [[[1, 2, 3]], [[1], [2], [3]]],
        [[[1]], [[1, 2], [3]]],
        [
          [[1, 2], [3]],
          [[1], [2]],
        ],
        [[[1, 2]], [[1], null]],
        [[[1, '2']], [[1], [2]]],
        [[withHole(1, 3)], [[1], [2], [3]]],
        [[[-0]], [[-0]]],
        [[[1]], [[]]],
        [[new Float64Array([1, 2])], [[1], [2]]],
      ];
    },
  },
  {
    id: 'everyday-table-9',
    trap: 'early return out of two loops in a kernel',
    source: `
export function find(grid: readonly (readonly number[])[], wanted: number): number {
  for (let y = 0; y < grid.length; y++)
    for (let x = 0; x < grid[y]!.length; x++)
      if (grid[y]![x] === wanted) return y * 1000 + x;
  return -1;
}
`,
    calls: () => [
      [
        [
          [1, 2],
          [3, 4],
        ],
        4,
      ],
      [
        [
          [1, 2],
          [3, 4],
        ],
        9,
      ],
      [[], 1],
      [[[NaN]], NaN],
      [[[-0]], 0],
      [[[1], [2, 3, 4]], 4],
      [[[1], null], 1],
      [[[1], null], 2],
      [[[1, '4']], 4],
      [[withHole(1)], undefined as unknown as number],
    ],
  },
  {
    id: 'everyday-table-10',
    trap: 'typed arrays that are too short, and writes that are lost',
    source: `
export function blur(src: Uint8Array, dst: Uint8Array, w: number, h: number): void {
  for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) {
    let s = 0;
    for (let d = -1; d <= 1; d++) s += src[y * w + x + d]! ;
    dst[y * w + x] = s / 3;
  }
}
`,
    calls: () => {
      const b = new Uint8Array(12).map((_, i) => i * 20);
      return [
        [b, new Uint8Array(12), 4, 3],
        [b, b, 4, 3],
        [b, b.subarray(2), 4, 3],
        [b, new Uint8Array(3), 4, 3],
        [b, new Uint8Array(12), 4, 0],
        [b, new Uint8Array(12), 2.5, 2],
        [new Uint8Array(0), new Uint8Array(2), 1, 2],
      ];
    },
  },
];

// Everyday functions and the ways in which they are called: defaults, rest, destructuring, missing fields, BigInt, and values of other kinds than were seen.

import type { SoundnessCase } from './soundness-case.ts';
import { withHole } from './sparse.ts';

const shown = { toString: (): string => 'x' };
const four = { valueOf: (): number => 4 };
/** What an object inherits its fields from is compared by identity. */
const template = Object.freeze({ x: 5, y: 6 });

export const everydayCallCases: readonly SoundnessCase[] = [
  {
    id: 'everyday-call-1',
    trap: 'rest and default parameters that depend on each other',
    source: `
export function weighted(scale: number, offset = scale * 2, ...xs: number[]): number {
  let s = offset;
  for (const x of xs) s += x * scale;
  return s;
}
`,
    calls: () => [[1], [1, undefined, 2, 3], [2, 0], [2, -0], [-0], [NaN, 1, 2], [1, 2, 3], [1, undefined, 2, 3]],
  },
  {
    id: 'everyday-call-2',
    trap: 'destructured parameters with defaults',
    source: `
export function score({ hits = 0, misses = 1, bonus: { factor = 2 } = {} }: { hits?: number; misses?: number; bonus?: { factor?: number } }, [first = 1, ...others]: number[] = []): number {
  let s = first;
  for (const o of others) s += o;
  for (let i = 0; i < hits; i++) s = s * factor - misses;
  return s;
}
`,
    calls: () => [
      [{}],
      [{ hits: 2 }, [3, 4]],
      [{ hits: 2, bonus: {} }, []],
      [{ misses: 0, hits: 1 }, [undefined as unknown as number, 2]],
      [{ bonus: { factor: 0 }, hits: 1 }],
      [null as unknown as object],
      [{ hits: 2 }, [3, 4]],
    ],
  },
  {
    id: 'everyday-call-3',
    trap: 'optional chaining stops before the call has effects',
    source: `
export interface Node { value: number; next?: Node | null; visit?: (n: number) => number }
export function sumList(head: Node | undefined, log: number[]): number {
  let sum = 0;
  for (let at = head; at; at = at.next ?? undefined) { sum += at.visit?.(log.push(at.value)) ?? at.value; }
  return sum;
}
`,
    calls: () =>
      [
        [undefined, []],
        [{ value: 1, next: { value: 2, next: null } }, []],
        [{ value: 1, visit: (n: number) => n * 10, next: { value: 5 } }, []],
      ]
        .map((x) => x as readonly unknown[])
        .slice(0, 2),
    scenario: async (call) => {
      const log: number[] = [];
      const r = await call({ value: 1, visit: (n: number) => n * 10, next: { value: 5 } }, log);
      return [r, log];
    },
  },
  {
    id: 'everyday-call-4',
    trap: 'BigInt beside numbers',
    source: `
export function factorial(n: bigint): bigint { return n < 2n ? 1n : n * factorial(n - 1n); }
`,
    calls: () => [[0n], [5n], [30n], [-3n], [5 as unknown as bigint], ['5' as unknown as bigint], [5n]],
  },
  {
    id: 'everyday-call-5',
    trap: 'BigInt and number are not the same key',
    file: 'sample.js',
    source: `
export function power(base, n) {
  let r = base;
  for (let i = 1; i < n; i++) r = r * base;
  return r;
}
`,
    calls: () => [
      [2, 3],
      [2n, 3],
      ['2', 3],
      [2, '3'],
      [true, 2],
      [-0, 1],
      [0, 1],
      [2, 3],
    ],
    observed: () => [
      [2, 3],
      [3, 4],
    ],
  },
  {
    id: 'everyday-call-6',
    trap: 'typed results that look alike as keys',
    file: 'sample.js',
    source: `
export function kind(a, b) {
  let s = '';
  for (let i = 0; i < 2; i++) s += typeof a + String(a) + typeof b + Object.is(b, -0);
  return s;
}
`,
    calls: () => [
      [1, 1],
      ['1', 1],
      [true, 1],
      [null, undefined],
      [undefined, null],
      [0, -0],
      [0, 0],
      [NaN, NaN],
      [{}, 1],
      [[1], 1],
      [1n, 1],
      [shown, 0],
    ],
    observed: () => [
      [1, 1],
      [2, 0],
    ],
  },
  {
    id: 'everyday-call-7',
    trap: 'recursion with an accumulator object',
    source: `
export interface Tree { value: number; children?: Tree[] }
export function depths(tree: Tree, depth = 0, out: number[] = []): number[] {
  out[depth] = (out[depth] ?? 0) + tree.value;
  for (const child of tree.children ?? []) depths(child, depth + 1, out);
  return out;
}
`,
    calls: () => {
      const leaf = { value: 2 };
      return [
        [{ value: 1, children: [leaf, leaf, { value: 3, children: [leaf] }] }],
        [{ value: -0 }],
        [{ value: 1 }, 2],
        [{ value: 1 }, 1, [5, 5]],
      ];
    },
  },
  {
    id: 'everyday-call-8',
    trap: 'elements that convert themselves',
    file: 'sample.js',
    source: `
export function total(xs, bonus) {
  let s = 0;
  for (let i = 0; i < xs.length; i++) s = s + xs[i] * bonus;
  return s;
}
`,
    calls: () => {
      const v = four;
      return [
        [[1, 2], 3],
        [[v], 3],
        [['2', null], 3],
        [[1n], 3],
        [[1], 3n],
        [{ length: 2, 0: 1, 1: 5 }, 2],
        ['12', 2],
        [[], 'x'],
        [[undefined], 2],
        [[[5]], 2],
        [new Float32Array([0.1]), 1],
        [[1, 2], undefined],
        [[-0], 1],
        [null, 1],
        [withHole(1, 2), 1],
      ];
    },
    observed: () => [
      [[1, 2], 3],
      [[1, 2, 5, 6], 2],
    ],
  },
  {
    id: 'everyday-call-9',
    trap: 'records with fields that come and go',
    file: 'sample.js',
    source: `
export function centre(points) {
  let x = 0;
  let y = 0;
  for (let i = 0; i < points.length; i++) { x += points[i].x; y += points[i].y; }
  return { x: x / points.length, y: y / points.length };
}
`,
    calls: () => {
      const p = { x: 1, y: 2 };
      return [
        [[p, p]],
        [
          [
            { x: 1, y: 2 },
            { x: '3', y: 4 },
          ],
        ],
        [[]],
        [[{ x: 1 }]],
        [[null]],
        [[Object.create(template)]],
        [
          [
            {
              get x() {
                return 3;
              },
              y: 1,
            },
          ],
        ],
        [[{ x: -0, y: -0 }]],
        [{ length: 1, 0: p }],
        [[[1, 2]]],
        [[{ x: 1n, y: 1 }]],
        [new Map([[1, 2]])],
      ];
    },
    observed: () => [
      [
        [
          { x: 1, y: 2 },
          { x: 3, y: 4 },
        ],
      ],
      [[{ x: 1, y: 2 }]],
    ],
  },
  {
    id: 'everyday-call-10',
    trap: 'callbacks of the caller in code without types',
    file: 'sample.js',
    source: `
export function countBy(items, key) {
  const counts = {};
  items.map((x) => key(x)).filter((k) => k !== null).forEach((k) => { counts[k] = (counts[k] || 0) + 1; });
  return counts;
}
`,
    calls: () => [],
    observed: () => [[[1, 2, 3], (x: number) => x % 2]],
    scenario: async (call) => {
      const log: unknown[] = [];
      const r = await call([1, 2, 3, 4], (x: number) => {
        log.push(x);
        return x === 3 ? null : x % 2;
      });
      const items = [1, 2];
      const q = await call(items, (x: number) => {
        if (items.length < 5) items.push(x);
        return x;
      });
      return [r, log, q, items];
    },
  },
  {
    id: 'everyday-call-11',
    trap: 'object with methods and state',
    file: 'sample.js',
    source: `
export const bank = {
  balance: 10,
  history: [],
  apply(changes) {
    for (const c of changes) { if (this.balance + c < 0) throw new Error('overdrawn by ' + c); this.balance += c; this.history.push(this.balance); }
    return this.history.filter((h) => h > 5).map((h) => h * 2);
  },
};
`,
    select: 'bank.apply',
    calls: () => [[[1, -2, 3]], [[]], [[-100]], [['5']]],
    receiver: () => ({ balance: 10, history: [] }),
  },
  {
    id: 'everyday-call-12',
    trap: 'results are functions of an options object whose fields change',
    source: `
export interface Options { precision?: number; unit?: string }
export function format(value: number, options: Options = {}): string {
  const { precision = 2, unit = '' } = options;
  let s = '';
  for (let i = 0; i < 3; i++) s += value.toFixed(precision) + unit + ' ';
  return s;
}
`,
    calls: () => {
      const o = { precision: 1 };
      return [
        [1.005],
        [1.005, {}],
        [1.005, { precision: 0, unit: 'm' }],
        [-0, o],
        [0, o],
        [1, { precision: undefined }],
        [NaN],
        [1, { precision: 101 }],
        [1e21, {}],
      ];
    },
    scenario: async (call) => {
      const o: { precision: number; unit?: string } = { precision: 1 };
      const a = await call(2, o);
      o.precision = 3;
      const b = await call(2, o);
      o.unit = 'kg';
      return [a, b, await call(2, o), await call(2)];
    },
  },
];

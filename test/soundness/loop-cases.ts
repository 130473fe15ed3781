// Traps for whoever spreads iterations over threads (1-30).
import type { SoundnessCase } from './soundness-case.ts';

const numbers = (n: number, from = 0): number[] => Array.from({ length: n }, (_, i) => from + ((i * 7) % 13) / 4);

export const loopCases: readonly SoundnessCase[] = [
  {
    id: '1',
    trap: 'each element needs the one before it',
    source: `
export function prefix(a: number[]): number[] {
  for (let i = 1; i < a.length; i++) a[i]! += a[i - 1]!;
  return a;
}
`,
    calls: () => [[[1, 2, 3, 4, 5]], [[]], [numbers(40)]],
    declines: { workers: ['C2', 'W2', 'W7'], memoization: ['M4', 'C2', 'M2', 'M3'] },
  },
  {
    id: '2',
    trap: 'all rows are one object',
    source: `
export function rows(n: number): number[][] {
  const row = new Array<number>(n).fill(0);
  const grid = new Array<number[]>(n).fill(row);
  for (let i = 0; i < n; i++) grid[i]![0] = i;
  return grid;
}
`,
    calls: () => [[0], [1], [4], [7]],
  },
  {
    id: '3',
    trap: 'the two arrays may be one',
    source: `
export function shift(a: number[], b: number[]): number[] {
  for (let i = 1; i < a.length; i++) b[i] = a[i - 1]!;
  return b;
}
`,
    calls: () => {
      const same = [1, 2, 3, 4];
      return [
        [
          [1, 2, 3],
          [0, 0, 0],
        ],
        [same, same],
      ];
    },
    declines: { workers: ['C2', 'W2', 'W3', 'W7'] },
  },
  {
    id: '4',
    trap: 'two views overlap in one buffer although they are different objects',
    source: `
export function smooth(a: Float64Array, b: Float64Array): void {
  for (let i = 0; i < b.length; i++) b[i] = a[i]! + 1;
}
`,
    calls: () => {
      const buffer = new ArrayBuffer(64);
      return [[new Float64Array(buffer), new Float64Array(buffer, 8, 7)]];
    },
  },
  {
    id: '5',
    trap: 'x <= w makes neighbouring rows overlap',
    source: `
export function fill(b: Float64Array, w: number, h: number): void {
  for (let y = 0; y < h; y++) for (let x = 0; x <= w; x++) b[y * w + x] = y * 10 + x;
}
`,
    calls: () => [
      [new Float64Array(13), 4, 3],
      [new Float64Array(4), 2, 3],
    ],
  },
  {
    id: '6',
    trap: 'the inner bound has nothing to do with the stride',
    source: `
export function fill(a: Float64Array, n: number, m: number): void {
  for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) a[i * n + j] = i * 100 + j;
}
`,
    calls: () => [
      [new Float64Array(30), 4, 9],
      [new Float64Array(30), 5, 2],
    ],
  },
  {
    id: '7',
    trap: 'a histogram adds up, an assignment keeps the last',
    source: `
export function last(index: number[], size: number): number[] {
  const h = new Array<number>(size).fill(-1);
  for (let i = 0; i < index.length; i++) h[index[i]!] = i;
  return h;
}
`,
    calls: () => [
      [[0, 1, 0, 2, 1, 0], 3],
      [[], 2],
      [[5], 2],
    ],
  },
  {
    id: '7b',
    trap: 'a histogram counts in every part',
    source: `
export function histogram(values: number[]): number[] {
  const h = new Array<number>(4).fill(0);
  for (let i = 0; i < values.length; i++) h[values[i]! & 3]!++;
  return h;
}
`,
    calls: () => [[[0, 1, 2, 3, 4, 5, -1, 2.5, Number.NaN]], [[]], [numbers(200)]],
  },
  {
    id: '8',
    trap: 'the last of equal maxima, NaN never',
    source: `
export function argmax(xs: number[]): number {
  let best = -1;
  let max = -Infinity;
  for (let i = 0; i < xs.length; i++) {
    if (xs[i]! >= max) {
      max = xs[i]!;
      best = i;
    }
  }
  return best;
}
`,
    calls: () => [[[3, 9, 9, 1]], [[Number.NaN, 1, Number.NaN]], [[]], [numbers(100)]],
  },
  {
    id: '9',
    trap: 'a comparison skips NaN, Math.max does not',
    source: `
export function largest(xs: readonly number[]): number {
  let m = -Infinity;
  for (const x of xs) if (x > m) m = x;
  return m;
}
`,
    calls: () => [[[1, Number.NaN, 3]], [[]], [[-0, 0]], [[0, -0]], [numbers(100)]],
  },
  {
    id: '10',
    trap: 'Horner looks like a sum',
    source: `
export function horner(coefficients: number[], x: number): number {
  let s = 0;
  for (let i = 0; i < coefficients.length; i++) s = s * x + coefficients[i]!;
  return s;
}
`,
    calls: () => [
      [[1, 2, 3], 10],
      [[0.1, 0.2, 0.3], 0.7],
      [[], 2],
      [numbers(50), 0.5],
    ],
  },
  {
    id: '11',
    trap: 'subtraction is not associative, and reduce without a start throws on nothing',
    source: `
export function difference(xs: number[]): number {
  return xs.reduce((s, x) => s - x);
}
`,
    calls: () => [[[10, 1, 2]], [[]], [[5]], [numbers(60)]],
  },
  {
    id: '12',
    trap: 'prepending turns the order around',
    source: `
export function reversed(words: string[]): string {
  let s = '';
  for (const word of words) s = word + s;
  return s;
}
`,
    calls: () => [[['a', 'b', 'c']], [[]], [['\u{1F600}', 'x']]],
  },
  {
    id: '13',
    trap: 'a temporary that is set under a condition carries over',
    source: `
export function held(a: number[]): number[] {
  const b = new Array<number>(a.length).fill(0);
  let t = 0;
  for (let i = 0; i < a.length; i++) {
    if (a[i]! > 0) t = a[i]!;
    b[i] = t;
  }
  return b;
}
`,
    calls: () => [[[1, 0, 0, 5, -1]], [[]], [[-1, -1, 2]]],
  },
  {
    id: '14',
    trap: 'the last value is read after the loop',
    source: `
export function sumAndLast(a: number[]): number {
  let last = 0;
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    last = a[i]!;
    sum += last;
  }
  return sum * 1000 + last;
}
`,
    calls: () => [[[1, 2, 3]], [[]], [numbers(30)]],
  },
  {
    id: '15',
    trap: 'the scratch buffer is shared by the iterations',
    source: `
export function smoothAll(rows: number[][]): number[][] {
  const scratch: number[] = [];
  const out: number[][] = [];
  for (const row of rows) {
    scratch.push(row.length);
    out.push(scratch.slice());
  }
  return out;
}
`,
    calls: () => [[[[1], [1, 2], []]], [[]]],
  },
  {
    id: '16',
    trap: 'a running counter says where the next one goes',
    source: `
export function compact(a: number[]): number[] {
  const b: number[] = [];
  let k = 0;
  for (let i = 0; i < a.length; i++) if (a[i]! % 2 === 0) b[k++] = a[i]!;
  return b;
}
`,
    calls: () => [[[1, 2, 3, 4, 6]], [[]], [[-2, -0, 2.5]]],
  },
  {
    id: '17',
    trap: 'the generator of random numbers goes on from element to element',
    source: `
let seed = 1;
function next(): number {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed;
}
export function noise(n: number): number[] {
  return Array.from({ length: n }, () => next());
}
`,
    calls: () => [[3], [2], [0], [3]],
    declines: { workers: ['C2', 'C3', 'W1'], memoization: ['M1', 'M2', 'C2', 'C3'] },
  },
  {
    id: '18',
    trap: 'a helper that remembers keeps its table in one thread',
    source: `
const known = new Map<number, number>();
export const calls: number[] = [];
function slow(n: number): number {
  const found = known.get(n);
  if (found !== undefined) return found;
  calls.push(n);
  known.set(n, n * n);
  return n * n;
}
export function all(xs: number[]): number[] {
  return xs.map((x) => slow(x));
}
`,
    calls: () => [[[1, 2, 1]]],
    scenario: (call, exports) => [call([1, 2, 1]), call([2, 3]), exports['calls']],
    declines: { workers: ['C2', 'W1', 'W11'] },
  },
  {
    id: '19',
    trap: 'reading a property runs a getter that counts',
    source: `
class Counter {
  n = 0;
  get g() {
    return this.n++;
  }
}
export const counter = new Counter();
export function take(xs) {
  return xs.map((x) => x * 10 + counter.g);
}
`,
    file: 'sample.js',
    calls: () => [[[1, 2, 3]], [[4]]],
    declines: { workers: ['C2', 'W1', 'C4'] },
  },
  {
    id: '20',
    trap: 'a global pattern remembers where it stopped',
    source: `
export function matching(words: string[]): string[] {
  const pattern = /a/g;
  return words.filter((word) => pattern.test(word));
}
`,
    calls: () => [[['a', 'ba', 'a', 'aa', 'a']], [[]]],
  },
  {
    id: '21',
    trap: 'one object stands in the list twice',
    source: `
export function move(ps: { x: number }[]): void {
  for (const p of ps) p.x = p.x * 2 + 1;
}
`,
    calls: () => {
      const p = { x: 1 };
      return [[[p, { x: 5 }, p]]];
    },
    declines: { workers: ['C2', 'W2', 'W3', 'W7'] },
  },
  {
    id: '22',
    trap: 'it stops at the first bad one, and what follows is never looked at',
    source: `
export function firstBad(xs: number[]): number {
  for (let i = 0; i < xs.length; i++) {
    if (xs[i]! < 0) return i;
    if (Number.isNaN(xs[i]!)) throw new RangeError(\`not a number at \${i}\`);
  }
  return -1;
}
`,
    calls: () => [[[1, 2, -3, -4]], [[1, Number.NaN, -1, Number.NaN]], [[1, -1, Number.NaN]], [[]]],
  },
  {
    id: '23',
    trap: 'the index is the radix',
    source: `
export function parsed(xs: string[]): number[] {
  return xs.map(parseInt);
}
`,
    calls: () => [[['10', '10', '10', '10']], [[]]],
  },
  {
    id: '23b',
    trap: 'the callback looks at its neighbour',
    source: `
export function steps(xs: number[]): number[] {
  return xs.map((x, i, all) => x - (all[i - 1] ?? 0));
}
`,
    calls: () => [[[1, 3, 6, 10]], [[]], [numbers(40)]],
  },
  {
    id: '24',
    trap: 'the bound moves while the loop runs',
    source: `
export function grow(a: number[]): number[] {
  const out = a.slice();
  for (let i = 0; i < out.length; i++) if (out[i]! > 1) out.push(out[i]! - 1);
  return out;
}
`,
    calls: () => [[[3, 1]], [[]], [[4, 2]]],
  },
  {
    id: '25',
    trap: 'copies lose methods and private fields',
    source: `
export class Point {
  #secret = 7;
  x: number;
  constructor(x: number) {
    this.x = x;
  }
  weight(): number {
    return this.x * this.#secret;
  }
}
export function weights(points: Point[]): number[] {
  return points.map((point) => point.weight());
}
`,
    calls: () => [[[]]],
    scenario: (call, exports) => {
      const Point = exports['Point'] as new (x: number) => object;
      return call([new Point(1), new Point(2)]);
    },
    declines: { workers: ['W6', 'C7', 'C1'] },
  },
  {
    id: '26',
    trap: 'a sum in parts is another number',
    source: `
export function total(xs: number[]): number {
  let s = 0;
  for (let i = 0; i < xs.length; i++) s += xs[i]!;
  return s;
}
`,
    calls: () => [
      [[1e16, 1, -1e16, 1]],
      [[0.1, 0.2, 0.3, 0.4]],
      [Array.from({ length: 99 }, (_, i) => (i % 2 ? 1e16 : -1e16) + i)],
      [[]],
      [[-0]],
    ],
  },
  {
    id: '27',
    trap: 'plus is concatenation when a string comes along',
    source: `
export function total(xs) {
  let s = 0;
  for (let i = 0; i < xs.length; i++) s += xs[i];
  return s;
}
`,
    file: 'sample.js',
    calls: () => [[[1, 2, 3]], [[1, '2', 3]], [[1, undefined]], [[]]],
  },
  {
    id: '28',
    trap: 'a subclass replaces the helper',
    source: `
export class Base {
  step(x: number): number {
    return x + 1;
  }
  run(xs: number[]): number[] {
    const out: number[] = [];
    for (const x of xs) out.push(this.step(x));
    return out;
  }
}
export class Loud extends Base {
  seen = 0;
  override step(x: number): number {
    this.seen++;
    return x + this.seen;
  }
}
`,
    select: 'Base.run',
    receiver: (exports) => new (exports['Loud'] as new () => object)(),
    calls: () => [[[1, 2, 3]], [[1]]],
    declines: {
      workers: ['C2', 'C7', 'W6', 'W1', 'C4'],
      memoization: ['C2', 'C4', 'C7', 'M1', 'M2', 'M3', 'M4', 'M9'],
    },
  },
  {
    id: '29',
    trap: 'the module starts a server when it is loaded',
    source: `
import { createServer } from 'node:http';
export const server = createServer();
server.unref();
export function work(n: number): number {
  let s = 0;
  for (let i = 0; i < n; i++) s += Math.sqrt(i);
  return s;
}
`,
    calls: () => [[10], [0], [100]],
  },
  {
    id: '30',
    trap: 'the comparison counts',
    source: `
export function sorted(xs: number[]): number {
  let comparisons = 0;
  [...xs].sort((a, b) => {
    comparisons++;
    return a - b;
  });
  return comparisons;
}
`,
    calls: () => [[[3, 1, 2]], [[]], [numbers(20)]],
  },
];

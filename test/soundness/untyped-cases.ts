// Plain JavaScript without types, in the style of packages and of people: what the arguments were seen to be must not be taken for what they are.
// Besides the calls that are observed there are others, of every kind that such code meets. The last ones have types.
import type { SoundnessCase } from './soundness-case.ts';
import { withHole } from './sparse.ts';

export const untypedCases: readonly SoundnessCase[] = [
  {
    id: 'untyped-1',
    trap: 'a recursion hands itself another kind, and its object is remembered',
    file: 'sample.js',
    source: `
export function f(n) {
  if (typeof n !== 'number') return n;
  let s = 0;
  for (let i = 0; i < n; i++) s += i;
  return s > 3 ? f({ v: s }) : s;
}
`,
    calls: () => [[5], [2]],
    observed: () => [[5], [2]],
    scenario: async (call) => {
      const first = (await call(5)) as { v: number };
      first.v = 99;
      return call(5);
    },
  },
  {
    id: 'untyped-2',
    trap: 'helper returns the subject of another kind',
    file: 'sample.js',
    source: `
function unwrap(x) { return run(x); }
export function run(n) {
  if (typeof n === 'string') return [n];
  if (n < 1) return 'leaf';
  const out = new Array(3).fill(0);
  for (let i = 0; i < 3; i++) out[i] = n - i;
  const inner = unwrap('a');
  return out.map((x) => x * 2).reduce((a, b) => a + b, 0) + inner;
}
`,
    calls: () => [[3], ['q'], [0]],
    observed: () => [[3], [5]],
  },
  {
    id: 'untyped-3',
    trap: 'default value of the parameter',
    file: 'sample.js',
    source: `
export function total(values = [1, 2, 3], scale = 2) {
  return values.map((v) => v * scale).filter((v) => v > 2).map((v) => v + 1);
}
`,
    calls: () => [[], [[5]], [[5], 3], [undefined, 4], ['abc'], [new Set([1])], [[5], 'a']],
    observed: () => [
      [[5], 3],
      [[1, 2], 2],
    ],
  },
  {
    id: 'untyped-4',
    trap: 'a default value reads another parameter and the guard comes after',
    file: 'sample.js',
    source: `
export function sum(n, list = new Array(n).fill(1)) {
  return list.map((v) => v * n).filter((v) => v > 0).length;
}
`,
    calls: () => [[3], [3, [1, -1]], ['3'], [undefined]],
    observed: () => [
      [3, [1]],
      [2, [4, 5]],
    ],
  },
  {
    id: 'untyped-5',
    trap: 'strings in the numbers that came first',
    file: 'sample.js',
    source: `
export function prefix(values) {
  const sums = new Array(values.length + 1).fill(0);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i] + values[i];
  let best = 0;
  for (let i = 0; i < values.length; i++) for (let j = i; j <= values.length; j++) if (sums[j] - sums[i] > best) best = sums[j] - sums[i];
  return best;
}
`,
    calls: () => [
      [[1, 2, 3]],
      [['1', '2']],
      [withHole(1, 3)],
      [[null, 1]],
      [[1n, 2n]],
      ['123'],
      [[]],
      [[1e308, 1e308]],
      [[-0]],
    ],
    observed: () => [[[1, 2, 3]], [[4]]],
  },
  {
    id: 'untyped-6',
    trap: 'holes in an array of numbers that passed the check',
    file: 'sample.js',
    source: `
export function weighted(values, weights) {
  const out = new Array(values.length).fill(0);
  for (let i = 0; i < values.length; i++) for (let j = 0; j < weights.length; j++) out[i] = values[i] * weights[j] + out[i];
  let s = 0;
  for (let i = 0; i < out.length; i++) s += out[i];
  return s;
}
`,
    calls: () => [
      [[1, 2], [3]],
      [withHole(1, 2), [3]],
      [[1, 2], withHole(3)],
      [[1], []],
      [new Float64Array(2), [1]],
    ],
    observed: () => [
      [[1, 2], [3]],
      [
        [4, 5, 6],
        [1, 2],
      ],
    ],
  },
  {
    id: 'untyped-7',
    trap: 'a hole is copied and not computed with',
    file: 'sample.js',
    source: `
export function copyTwice(values) {
  const out = new Array(values.length).fill(0);
  for (let r = 0; r < 2; r++) for (let i = 0; i < values.length; i++) out[i] = values[i];
  return String(out[1]) + out.length;
}
`,
    calls: () => [[[1, 2]], [withHole(1, 2)], [[1]]],
    observed: () => [[[1, 2]], [[4, 5, 6]]],
  },
  {
    id: 'untyped-8',
    trap: 'async function with arrays changed while it waits',
    file: 'sample.js',
    source: `
export async function later(values) {
  await null;
  return values.map((v) => v + 1).filter((v) => v > 1);
}
`,
    calls: () => [[[1, 2]], ['x'], [undefined]],
    observed: () => [[[1, 2]]],
    scenario: async (call) => {
      const a: unknown[] = [1, 2];
      const p = call(a);
      a.push('x');
      return p;
    },
  },
  {
    id: 'untyped-9',
    trap: 'name of the fallback is taken',
    file: 'sample.js',
    source: `
const sumOfAny = 5;
export function sum(values) {
  const extra = sumOfAny;
  let s = extra;
  values.forEach((v) => { s += v; });
  return s;
}
`,
    calls: () => [[[1, 2]], [new Set([1, 2])], ['a']],
    observed: () => [[[1, 2]]],
  },
  {
    id: 'untyped-10',
    trap: 'directive and comments first',
    file: 'sample.js',
    source: `
export function sum(values) {
  'use strict';
  // Adds up.
  /* really */
  let s = 0;
  values.forEach((v) => { s += v; });
  return s;
}
`,
    calls: () => [[[1, 2]], [new Set([1, 2])]],
    observed: () => [[[1, 2]]],
  },
  {
    id: 'untyped-11',
    trap: 'one-line function',
    file: 'sample.js',
    source: `
export function f(values) { const s = 1; return values.map((v) => v + s).filter((v) => v > 1); }
`,
    calls: () => [[[1, 2]], ['ab']],
    observed: () => [[[1, 2]]],
  },
  {
    id: 'untyped-12',
    trap: 'arrow that gives an object',
    file: 'sample.js',
    source: `
export const shape = (values) => ({ kept: values.filter((v) => v > 1).map((v) => v + 1) });
`,
    calls: () => [[[1, 2]], ['ab'], [new Float64Array([3])]],
    observed: () => [[[1, 2]]],
  },
  {
    id: 'untyped-13',
    trap: 'an iterator of the caller',
    file: 'sample.js',
    source: `
export function sumAll(values) {
  let s = 0;
  for (const v of values) for (let k = 0; k < 2; k++) s += v;
  return s;
}
`,
    calls: () => [[[1, 2]], [new Set([1, 2])], ['12'], [new Map([[1, 2]])], [undefined], [5]],
    observed: () => [[[1, 2]], [[3]]],
  },
  {
    id: 'untyped-14',
    trap: 'equality of kinds',
    file: 'sample.js',
    source: `
export function countEqual(values, wanted) {
  const flags = new Array(values.length).fill(false);
  for (let i = 0; i < values.length; i++) for (let k = 0; k < 1; k++) if (values[i] == wanted) flags[i] = true;
  let n = 0;
  for (let i = 0; i < flags.length; i++) if (flags[i]) n++;
  return n;
}
`,
    calls: () => [
      [[1, 2, 1], 1],
      [['1', 1, true], '1'],
      [[null, undefined], undefined],
      [[[1]], 1],
    ],
    observed: () => [
      [[1, 2, 1], 1],
      [[3], 2],
    ],
  },
  {
    id: 'untyped-15',
    trap: 'length of something else',
    file: 'sample.js',
    source: `
export function firsts(values) {
  const out = [];
  for (let i = 0; i < values.length; i++) out.push(values[i] + 1);
  return out;
}
`,
    calls: () => [
      [[1, 2]],
      ['ab'],
      [{ length: 2 }],
      [{ length: '2', 0: 1, 1: 2 }],
      [{ length: 1.5, 0: 1 }],
      [undefined],
      [new Float32Array([1.1])],
    ],
    observed: () => [[[1, 2]], [[3]]],
  },
  {
    id: 'untyped-16',
    trap: 'object with changing length',
    file: 'sample.js',
    source: `
export function mixed(values, n) {
  const out = [];
  for (let i = 0; i < n; i++) out.push(values[i] * 2);
  return out;
}
`,
    calls: () => [
      [[1, 2], 2],
      [[1], 3],
      [[1], '2'],
      [[1], -1],
      [[1], NaN],
      [[1], 1.5],
      ['12', 2],
      [[1], undefined],
      [[1], [2]],
      [[1n], 1],
    ],
    observed: () => [
      [[1, 2], 2],
      [[3, 4, 5], 3],
    ],
  },
  {
    id: 'untyped-17',
    trap: 'exports through an alias called later',
    file: 'sample.cjs',
    source: `
function inner(list) {
  return list.map((x) => x.trim()).filter((x) => x !== '');
}
exports.clean = inner;
module.exports.inner = inner;
`,
    calls: () => [[['a ', '']], ['ab'], [[1]]],
    observed: () => [[['a ', '']]],
    select: 'inner',
  },
  {
    id: 'untyped-18',
    trap: 'var of the same name as a loop variable',
    file: 'sample.js',
    source: `
export function both(values) {
  var i = 5, a = 1, count = 2;
  var out = values.map(function (v) { return v + i; }).filter(function (v) { return v > a + count; });
  return [out, i, a, count];
}
`,
    calls: () => [[[1, 2]], ['x'], [new Float64Array([1, 2])]],
    observed: () => [[[1, 2]]],
  },
  {
    id: 'untyped-19',
    trap: 'a row that is no array',
    file: 'sample.js',
    source: `
export function flat(rows) {
  const out = [];
  for (let i = 0; i < rows.length; i++) for (let j = 0; j < rows[i].length; j++) out.push(rows[i][j] * 2);
  return out;
}
`,
    calls: () => [[[[1], [2, 3]]], [['12', [3]]], [[{ length: 2 }]], [[null]], [withHole([1])], [[[1n]]]],
    observed: () => [[[[1], [2, 3]]], [[[4]]]],
  },
  {
    id: 'untyped-20',
    trap: 'nested guard for tables',
    file: 'sample.js',
    source: `
export function gridSum(grid) {
  const sums = new Array(grid.length).fill(0);
  for (let y = 0; y < grid.length; y++) for (let x = 0; x < grid[y].length; x++) sums[y] = sums[y] + grid[y][x];
  let best = 0;
  for (let y = 0; y < sums.length; y++) if (sums[y] > best) best = sums[y];
  return best;
}
`,
    calls: () => [
      [[[1, 2], [3]]],
      [[['1'], [2]]],
      [[withHole(1, 2)]],
      [['12']],
      [withHole([1])],
      [[[undefined]]],
      [[new Float64Array([1])]],
    ],
    observed: () => [[[[1, 2], [3]]], [[[4]]]],
  },
  {
    id: 'untyped-21',
    trap: 'parameter named like what the guard uses',
    file: 'sample.js',
    source: `
export function f(value, Array2, row) {
  return value.map((v) => v + row).filter((v) => v > Array2);
}
`,
    calls: () => [
      [[1, 2], 1, 1],
      [['a'], 1, 1],
      [[1], 'x', 'y'],
      ['a', 1, 1],
    ],
    observed: () => [[[1, 2], 1, 1]],
  },
  {
    id: 'untyped-22',
    trap: 'a shadowed Array',
    file: 'sample.js',
    source: `
const Array = { isArray: () => true };
export function f(values) {
  return values.map((v) => v + 1).filter((v) => v > 1);
}
`,
    calls: () => [[[1, 2]], ['abc'], [new Set([1])], [new Float64Array([1, 2])]],
    observed: () => [[[1, 2]]],
  },
  {
    id: 'untyped-23',
    trap: 'a local called like the fallback uses',
    file: 'sample.js',
    source: `
export function f(values) {
  const Array = 3;
  let s = Array;
  values.forEach((v) => { s += v; });
  return s;
}
`,
    calls: () => [[[1, 2]], [new Set([1])]],
    observed: () => [[[1, 2]]],
  },
  {
    id: 'untyped-24',
    trap: 'a typed array with own valueOf',
    file: 'sample.js',
    source: `
export function norm(xs) {
  let s = 0;
  for (let i = 0; i < xs.length; i++) for (let k = 0; k < 2; k++) s += xs[i] * xs[i];
  return Math.sqrt(s);
}
`,
    calls: () => [[new Float64Array([3, 4])], [new Float32Array([3, 4])], [[3, 4]], ['34'], [{ length: 1, 0: 2 }]],
    observed: () => [[new Float64Array([3, 4])]],
  },
  {
    id: 'untyped-25',
    trap: 'string method on a String object',
    file: 'sample.js',
    source: `
export function vowels(text) {
  const counts = new Array(5).fill(0);
  for (let i = 0; i < text.length; i++) for (let k = 0; k < 5; k++) if (text[i] === 'aeiou'[k]) counts[k]++;
  return counts.join();
}
`,
    calls: () => [['hello'], [['a', 'b', 'e']], [{ length: 2, 0: 'a', 1: 'e' }], [''], [5]],
    observed: () => [['hello'], ['education']],
  },
  {
    id: 'untyped-26',
    trap: 'loop bound shrinks',
    source: `
export function eat(values: number[]): number {
  let n = values.length, s = 0;
  const out = new Array(n).fill(0);
  for (let i = 0; i < n; i++) { out[i] = values[i]! * 2; if (out[i]! > 5) n--; }
  for (let i = 0; i < out.length; i++) for (let j = 0; j < 2; j++) s += out[i]!;
  return s;
}
`,
    calls: () => [[[1, 2, 3, 4]], [[9, 9, 9, 9]], [[]]],
  },
  {
    id: 'untyped-27',
    trap: 'two names for one row',
    source: `
export function spread(n: number): number {
  const grid: number[][] = Array.from({ length: n }, () => new Array(n).fill(0));
  const row = grid[0] ?? [];
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) grid[i]![j] = i + j + (row[0] ?? 0);
  row[0] = 7;
  return grid[0]?.[0] ?? -1;
}
`,
    calls: () => [[0], [1], [4]],
  },
  {
    id: 'untyped-28',
    trap: 'knapsack with negative weight',
    source: `
export function knap(weights: number[], values: number[], capacity: number): number {
  const best: number[] = new Array(capacity + 1).fill(0);
  for (let i = 0; i < weights.length; i++) for (let w = capacity; w >= weights[i]!; w--) best[w] = Math.max(best[w]!, best[w - weights[i]!]! + values[i]!);
  return best[capacity]!;
}
`,
    calls: () => [
      [[1, 3], [4, 5], 4],
      [[-1], [2], 3],
      [[0.5], [2], 3],
      [[1], [], 3],
      [[2], [3], 2.5],
      [[1], [1], -1],
      [[1], [1], -2],
    ],
  },
  {
    id: 'untyped-29',
    trap: 'division by zero into an int array',
    source: `
export function ratio(a: number[], b: number[]): number {
  const out: number[] = new Array(a.length).fill(0);
  for (let i = 0; i < a.length; i++) for (let k = 0; k < 2; k++) out[i] = Math.floor(a[i]! / b[i]!);
  let s = 0;
  for (let i = 0; i < out.length; i++) s += out[i]!;
  return s;
}
`,
    calls: () => [
      [
        [4, 5],
        [2, 2],
      ],
      [[1], [0]],
      [[0], [0]],
      [[1], []],
      [[-1], [Infinity]],
    ],
  },
  {
    id: 'untyped-30',
    trap: 'a list by default, and something else comes: the default makes it a list of anything, not a list',
    file: 'sample.js',
    source: `
export function grouped(items = [], keyOf) {
  return items.reduce((groups, item) => {
    const key = keyOf(item);
    groups[key] = [...(groups[key] || []), item];
    return groups;
  }, {});
}
`,
    calls: () => [
      [['a', 'bb'], String],
      [undefined, String],
      ['ab', String],
      [{ length: 2, 0: 'a', 1: 'b' }, String],
      [7, String],
      [new Map([['a', 1]]), String],
      [['a']],
    ],
    observed: () => [[['a', 'bb'], String]],
  },
];

// Array methods whose callbacks are written out as loops, and small objects and parameters that may be left out beside them: what is done in which
// order, what is changed meanwhile, and what comes of odd numbers.
import type { SoundnessCase } from './soundness-case.ts';
import { withHole } from './sparse.ts';

class Tagged extends Float64Array {}

const lists = (): readonly (readonly unknown[])[] => [
  [[1, 2, 3, 4, 5]],
  [[]],
  [[-0, 0]],
  [[0.5, Number.NaN, -1, Infinity]],
  [[2 ** 31, 2 ** 53, -(2 ** 31)]],
  [withHole(1, 2, 3)],
  [['1', 2]],
];

const spread = 'for (let i = 0; i < 3; i++) for (let k = 0; k < values.length; k++) sum += values[k]! / (k + 1 + i);';

export const callbackLoopCases: readonly SoundnessCase[] = [
  {
    id: 'callback-loop-1',
    trap: 'callbacks count, in operands before and after others, behind short circuits, in one branch only, and in the condition of a loop',
    source: `export function tally(values: number[]): number {
  let sum = 0;
  ${spread}
  let n = 0;
  const isHit = sum > 1 && values.some((x) => { n++; return x > 2; });
  const isOther = sum > 2 || values.every((x) => { n += 10; return x < 3; });
  const branch = values.length > 3 ? values.reduce((a, x) => { n++; return a + x; }, 0) : values.findIndex((x) => { n += 3; return x === 2; });
  const mixed = n++ + values.reduce((a, x) => { n += 2; return a + x * n; }, 0) * n;
  let rounds = 0;
  while (rounds < 9 && values.some((x) => { n += 0.5; return x > rounds; })) rounds++;
  return n + (isHit ? 1000 : 0) + (isOther ? 10000 : 0) + branch * 3 + mixed + rounds;
}
`,
    calls: lists,
  },
  {
    id: 'callback-loop-2',
    trap: 'the array is changed while it is gone through, and an error comes in the middle',
    source: `export function pushed(values: number[]): number[] {
  let sum = 0;
  ${spread}
  const doubled = values.map((x, i) => {
    values[i + 1 < values.length ? i + 1 : i] = x * 2;
    if (x > 1e9) throw new Error('too large at ' + i);
    return x + sum;
  });
  values.forEach((x, i) => { values[values.length - 1 - i] = x / 2; });
  return doubled;
}
`,
    calls: lists,
  },
  {
    id: 'callback-loop-3',
    trap: 'filters keep what is true, and searches and extremes meet NaN and -0',
    source: `export function kept(values: number[]): number[] {
  let sum = 0;
  ${spread}
  const found = values.findIndex((x) => x !== x) * 10 + values.findIndex((x) => 1 / x === -Infinity);
  const all = values.filter((x, i) => x || i > 3);
  all.push(found, Math.max(...values), 1 / Math.min(...values.map((x) => x * -1)), values.reduce((a, b) => Math.max(a, b)), sum);
  return all;
}
`,
    calls: lists,
  },
  {
    id: 'callback-loop-4',
    trap: 'map and slice of a class that extends Float64Array give an instance',
    source: `export function scaled(values: Float64Array): Float64Array {
  let sum = 0;
  ${spread}
  return values.map((value) => value + sum);
}
`,
    calls: () => [[new Float64Array([1, -0, 2])], [Tagged.from([1, 2, 3])], [new Tagged(0)]],
  },
  {
    id: 'callback-loop-5',
    trap: 'parts of an object are computed in order, set anew from each other, and hold -0, NaN and truths',
    source: `export function summary(values: number[]): { a: number; b: number; zero: number; any: boolean } {
  let sum = 0;
  ${spread}
  let n = 0;
  let best = { a: n++ + values.reduce((p, x) => { n += 5; return p + x; }, 0), b: n, zero: sum === 0 ? -0 : 1, any: false };
  for (let k = 0; k < 3; k++) best = { a: best.b, b: best.a / 2, zero: best.zero, any: values.some((x) => x > best.b) };
  best.b++;
  return best;
}
`,
    calls: lists,
  },
  {
    id: 'callback-loop-6',
    trap: 'parameters are left out, given as undefined, null, zero or a text, and used by callbacks',
    source: `export function limited(values: number[], most?: number, least?: number): number {
  let sum = 0;
  ${spread}
  if (most !== undefined && most > 1) sum += most;
  if (!most) sum += 5;
  if (least === undefined) return values.reduce((a, x) => a + x * (most || 2), most ?? -1) + sum;
  least += 1;
  return values.filter((x) => x > least!).length + sum * (least ?? 7);
}
`,
    calls: () =>
      lists().flatMap(([values]) =>
        [
          [],
          [undefined],
          [null],
          [0],
          [-0],
          [Number.NaN],
          ['2'],
          [2, undefined],
          [undefined, 3],
          [1.5, null],
          [1, -0],
        ].map((more) => [values, ...more]),
      ),
  },
  {
    id: 'callback-loop-7',
    trap: 'slices begin and end at odd places',
    source: `export function cut(values: number[], n: number): number[] {
  let sum = 0;
  ${spread}
  const part = values.slice(-2, n);
  part.push(values.slice(n / 2).length, sum, values.slice(n, values.length - n).reduce((a, x) => a + x, 0));
  return part;
}
`,
    calls: () =>
      lists().flatMap(([values]) =>
        [0, -0, 1, -1, 1.5, -1.5, 100, -100, Number.NaN, Infinity, -Infinity, '1'].map((n) => [values, n]),
      ),
  },
  {
    id: 'callback-loop-8',
    trap: 'helpers are handed over by name, one of them grows, shortens and empties places of the list that is gone through, and throws in the middle',
    source: `let list: number[] = [];
let seen = 0;
function disturb(x: number, i: number): number {
  seen += i;
  if (x === 1) list.push(9);
  if (x === 2) list.length = 3;
  if (x === 3) delete list[i + 1];
  if (x === Infinity) throw new Error('at ' + i);
  return x * 2;
}
function halved(x: number): number {
  return x / 2;
}
function isOdd(x: number): boolean {
  return x % 2 !== 0;
}
function added(added: number, x: number): number {
  return added - x;
}
export function disturbed(values: number[]): string {
  list = values;
  seen = 0;
  const i = list.map(disturb);
  const sum = values.map(halved).filter(isOdd).reduce(added, -0);
  return [i.length, 2 in i, i.join(), seen, sum, Object.is(sum, -0), list.join()].join(' / ');
}
`,
    calls: lists,
  },
];

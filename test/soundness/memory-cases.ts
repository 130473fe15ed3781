// Traps for whoever remembers results (61-70).
import type { SoundnessCase } from './soundness-case.ts';

export const memoryCases: readonly SoundnessCase[] = [
  {
    id: '61',
    trap: 'arguments that are joined into one key',
    source: `
export function glue(a: string, b: string): string {
  let s = '';
  for (let i = 0; i < 3; i++) s += \`\${a}|\${i}|\${b};\`;
  return s;
}
`,
    calls: () => [
      ['a,b', 'c'],
      ['a', 'b,c'],
      ['1', '2'],
      ['', ''],
      ['a,b', 'c'],
    ],
  },
  {
    id: '61b',
    trap: 'minus zero, NaN, the string of a number',
    source: `
export function inverse(x) {
  let s = 0;
  for (let i = 1; i < 4; i++) s += i / x;
  return s;
}
`,
    file: 'sample.js',
    calls: () => [[0], [-0], [0], [Number.NaN], [Number.NaN], [1], ['1'], [-0], [undefined], [null]],
  },
  {
    id: '62',
    trap: 'callers change the result',
    source: `
export function table(n: number): number[] {
  const out: number[] = [];
  for (let i = 0; i < n; i++) out.push(i * i);
  return out;
}
`,
    calls: () => [[3], [3]],
    scenario: async (call) => {
      const first = (await call(3)) as number[];
      first.push(99);
      const second = (await call(3)) as number[];
      second.length = 1;
      return [first, second, await call(3), first === second];
    },
  },
  {
    id: '62b',
    trap: 'callers change a record, and what it was made from changes',
    source: `
export function extent(from: number, to: number): { low: number; high: number; steps: number } {
  const found = { low: from, high: to, steps: 0 };
  for (let at = from; at < to; at++) found.steps++;
  return found;
}
`,
    calls: () => [
      [1, 4],
      [1, 4],
      [-0, 2],
      [0, 2],
      [5, 1],
    ],
    scenario: async (call) => {
      const first = (await call(1, 4)) as { low: number; extra?: number };
      first.low = 99;
      first.extra = 1;
      const second = await call(1, 4);
      return [first, second, await call(1, 4), second === first];
    },
  },
  {
    id: '62c',
    trap: 'arrays that are more than their elements',
    source: `
export function parts(text: string, times: number): string[] {
  let found: string[] = [];
  for (let i = 0; i < times; i++) found = /(\\w)(\\w)/.exec(text) ?? [];
  return found;
}
`,
    calls: () => [
      ['ab', 1],
      ['ab', 1],
      ['', 2],
    ],
    declines: { memoization: ['M2', 'C1', 'C2'] },
  },
  {
    id: '62h',
    trap: 'a pair of which one place is empty',
    source: `
export function range(n: number): [number, number | undefined, number] {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += i * i;
  return [sum, , n];
}
`,
    calls: () => [],
    scenario: (call) => [1, 2, 3].map(() => 1 in (call(3) as object)),
    declines: { memoization: ['M2'] },
  },
  {
    id: '62e',
    trap: 'stored before the start of an array, between two places, and beyond the last one',
    source: `
export function around(n: number): number[] {
  const out: number[] = [];
  for (let i = n; i < n + 2; i++) { out[i - 1] = i; out[i / 2] = i; out[i * i] = i; }
  return out;
}
`,
    calls: () => [[0], [0], [3], [3], [65_536], [65_536]],
    declines: { memoization: ['M2'] },
  },
  {
    id: '62f',
    trap: 'letters are counted, and one is none of those that have a place',
    source: `
export function letters(text: string): number[] {
  const counts: number[] = new Array(26).fill(0);
  for (let i = 0; i < text.length; i++) counts[text.charCodeAt(i) - 97]!++;
  return counts;
}
`,
    calls: () => [['abc'], ['aZ'], ['aZ'], ['{~'], ['']],
    declines: { memoization: ['M2'] },
  },
  {
    id: '62g',
    trap: 'the result gets another name, by which it is closed to changes',
    source: `
export function squares(n: number): readonly number[] {
  const out: number[] = [];
  for (let i = 0; i < n; i++) out.push((i * i) % 7);
  const same = n > 2 ? out : [];
  Object.freeze(same);
  Object.freeze(n > 9 ? out.sort() : []);
  return out;
}
`,
    calls: () => [[3], [3], [1], [10], [10]],
    scenario: async (call) => [Object.isFrozen(await call(3)), Object.isFrozen(await call(3))],
    declines: { memoization: ['M2', 'C1', 'C2'] },
  },
  {
    id: '62d',
    trap: 'the result is closed to changes, and copies are not',
    source: `
export function halves(n: number): readonly number[] {
  const out: number[] = [];
  for (let i = 0; i < n; i++) out.push(i / 2);
  return Object.freeze(out);
}
`,
    calls: () => [[0], [3], [3], [50]],
  },
  {
    id: '63',
    trap: 'a setting of the module changes between calls',
    source: `
let rate = 2;
export function setRate(r: number): void {
  rate = r;
}
export function price(n: number): number {
  let s = 0;
  for (let i = 0; i < n; i++) s += i * rate;
  return s;
}
`,
    calls: () => [[5]],
    scenario: (call, exports) => {
      const before = call(5);
      (exports['setRate'] as (r: number) => void)(3);
      return [before, call(5)];
    },
    declines: { memoization: ['M1'], workers: ['C2', 'W1', 'C4', 'W6', 'W15', 'W16', 'C3'] },
  },
  {
    id: '64',
    trap: 'the object decides as well',
    source: `
export class Scale {
  factor = 2;
  apply(n: number): number {
    let s = 0;
    for (let i = 0; i < n; i++) s += i * this.factor;
    return s;
  }
}
`,
    select: 'Scale.apply',
    receiver: (exports) => new (exports['Scale'] as new () => object)(),
    calls: () => [[4], [4]],
    declines: { memoization: ['M1', 'M9', 'C4', 'C7'] },
  },
  {
    id: '65',
    trap: 'the argument changes between calls',
    source: `
export function total(a: number[]): number {
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i]! * i;
  return s;
}
`,
    calls: () => [[[1, 2]]],
    scenario: async (call) => {
      const a = [1, 2, 3];
      const before = await call(a);
      a[1] = 50;
      return [before, await call(a)];
    },
    declines: { memoization: ['M3', 'M4'] },
  },
  {
    id: '65b',
    trap: 'fields of the argument change between calls, through another name as well',
    source: `
interface Box {
  width: number;
  inner: { height: number };
  label?: string;
}
const tall = ({ height }: { height: number }): number => height * 2;
export function area(box: Box): number {
  let s = 0;
  for (let i = 0; i < box.width; i++) s += tall(box.inner);
  return s;
}
`,
    calls: () => [
      [{ width: 2, inner: { height: 3 } }],
      [{ width: 3, inner: { height: 2 } }],
      [{ width: 2, inner: { height: -0 }, label: '2' }],
      [{ width: 2, inner: { height: 0 } }],
      [{ width: Number.NaN, inner: { height: 1 } }],
    ],
    scenario: async (call) => {
      const inner = { height: 3 };
      const box = { width: 2, inner };
      const results = [await call(box)];
      inner.height = 5;
      results.push(await call(box));
      box.inner = { height: 3 };
      results.push(await call(box), await call({ inner, width: 2 }));
      box.width = 4;
      return [...results, await call(box)];
    },
  },
  {
    id: '65c',
    trap: 'the function reads more of the object than its type says',
    source: `
interface Point {
  readonly x: number;
}
export function shown(point: Point): string {
  let s = '';
  for (let i = 0; i < 2; i++) s += JSON.stringify(point) + point.x;
  return s;
}
`,
    calls: () => [[{ x: 1 }], [{ x: 1, y: 2 }], [{ y: 2, x: 1 }]],
    declines: { memoization: ['M4'] },
  },
  {
    id: '65d',
    trap: 'fields that are missing, undefined, of other kinds',
    source: `
interface Options {
  step?: number | string;
  up?: boolean;
}
export function steps(n: number, { step = 2, up }: Options = {}): string {
  let s = '';
  for (let i = 0; i < n; i++) s += typeof step + step + up;
  return s;
}
`,
    calls: () => [
      [2],
      [2, {}],
      [2, { step: '2' }],
      [2, { step: 2 }],
      [2, { step: undefined, up: undefined }],
      [2, { up: false }],
      [2, { step: '2', up: true }],
      [2, undefined],
    ],
  },
  {
    id: '66',
    trap: 'a rejection must not be kept, and calls at once may share',
    source: `
let attempts = 0;
export async function flaky(n: number): Promise<number> {
  attempts++;
  if (attempts === 1) throw new Error('first');
  return n * 2;
}
`,
    calls: () => [[1], [1], [2]],
    declines: { memoization: ['M1', 'M7', 'C2'], workers: ['C2', 'W1', 'W5', 'W10', 'C6'] },
  },
  {
    id: '66b',
    trap: 'an asynchronous computation that sometimes rejects',
    source: `
export async function work(n: number): Promise<number> {
  if (n < 0) throw new RangeError(\`negative: \${n}\`);
  let s = 0;
  for (let i = 0; i < n * 10; i++) s += Math.sqrt(i);
  return s;
}
`,
    calls: () => [[3], [-1], [-1], [3], [0]],
    scenario: async (call) => {
      const both = await Promise.allSettled([call(4), call(4), call(-2)]);
      return both.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)));
    },
  },
  {
    id: '67',
    trap: 'recursion has to go through the cache, and through each other',
    source: `
export function isEven(n: number): boolean {
  return n === 0 ? true : isOdd(n - 1);
}
export function isOdd(n: number): boolean {
  return n === 0 ? false : isEven(n - 1);
}
`,
    select: 'isEven',
    calls: () => [[0], [1], [10], [11], [10]],
  },
  {
    id: '67b',
    trap: 'an arrow that calls itself by its constant',
    source: `
export const fib = (n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2));
`,
    calls: () => [[0], [1], [15], [-2], [2.5]],
  },
  {
    id: '68',
    trap: 'the inner recursion depends on the outer arguments',
    source: `
export function distance(a: string, b: string): number {
  const go = (i: number, j: number): number => {
    if (i === 0) return j;
    if (j === 0) return i;
    return Math.min(go(i - 1, j) + 1, go(i, j - 1) + 1, go(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
  };
  return go(a.length, b.length);
}
`,
    calls: () => [
      ['', ''],
      ['abc', 'abd'],
      ['abd', 'abc'],
      ['kit', 'sit'],
      ['abc', 'xyz'],
      ['', 'xy'],
    ],
  },
  {
    id: '69',
    trap: 'how many arguments there were',
    source: `
export function many(a: number, b = 5, ...rest: number[]): number {
  let s = arguments.length;
  for (const x of rest) s += x * a;
  return s * b;
}
`,
    calls: () => [[1], [1, undefined], [1, 5], [1, 2, 3, 4]],
  },
  {
    id: '70',
    trap: 'it says something, and it depends on the clock',
    source: `
export const log: string[] = [];
export function told(n: number): number {
  log.push(\`called with \${n}\`);
  let s = 0;
  for (let i = 0; i < n; i++) s += i;
  return s;
}
`,
    calls: () => [[3]],
    scenario: (call, exports) => [call(3), call(3), exports['log']],
    declines: { memoization: ['C2', 'M1'], workers: ['C2', 'W1', 'W8'] },
  },
  {
    id: '70b',
    trap: 'a generator is used up',
    source: `
export function* upTo(n: number): Generator<number> {
  for (let i = 0; i < n; i++) yield i;
}
`,
    calls: () => [],
    scenario: (call) => [[...(call(3) as Iterable<number>)], [...(call(3) as Iterable<number>)]],
    declines: { memoization: ['C5'], workers: ['C5'] },
  },
  {
    id: '70c',
    trap: 'a variable of a namespace is a property that other files assign',
    source: `
export namespace Settings {
  export let scale = 1;
}
export function scaled(n: number): number {
  let s = 0;
  for (let i = 0; i < n; i++) s += i * Settings.scale;
  return s;
}
`,
    calls: () => [[3]],
    scenario: (call, exports) => {
      const settings = exports['Settings'] as { scale: number } | undefined;
      const before = call(4);
      if (settings !== undefined) settings.scale = 3;
      return [before, call(4)];
    },
    declines: { memoization: ['M1'], workers: ['C2'] },
  },
  {
    id: '70d',
    trap: 'who called it is read off the stack',
    source: `
export function caller(depth: number): string {
  const lines = (new Error('here').stack ?? '').split('\\n');
  let shown = '';
  for (let i = 2; i < depth; i++) shown += (lines[i] ?? '').trim().slice(0, 12);
  return shown;
}
`,
    calls: () => [[2]],
    declines: { memoization: ['M1'], workers: ['C2'] },
  },
];

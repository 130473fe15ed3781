// Everyday code with state: classes, settings of the module, callbacks with effects, errors half way, promises, generators.
import type { SoundnessCase } from './soundness-case.ts';

export const everydayStateCases: readonly SoundnessCase[] = [
  {
    id: 'everyday-state-1',
    trap: 'an inventory that is changed by reservation, and fails half way',
    source: `
export interface Item { sku: string; stock: number }
export function reserve(items: Item[], wanted: { sku: string; amount: number }[]): number {
  let total = 0;
  for (const { sku, amount } of wanted) {
    const item = items.find((one) => one.sku === sku);
    if (item === undefined) throw new Error('unknown ' + sku);
    if (item.stock < amount) continue;
    item.stock -= amount;
    total += amount;
  }
  return total;
}
`,
    calls: () => [
      [
        [
          { sku: 'a', stock: 5 },
          { sku: 'b', stock: 1 },
        ],
        [
          { sku: 'a', amount: 2 },
          { sku: 'a', amount: 4 },
          { sku: 'b', amount: 1 },
        ],
      ],
      [
        [{ sku: 'a', stock: 5 }],
        [
          { sku: 'a', amount: 2 },
          { sku: 'x', amount: 4 },
        ],
      ],
      [
        [
          { sku: 'a', stock: 5 },
          { sku: 'a', stock: 9 },
        ],
        [{ sku: 'a', amount: 6 }],
      ],
      (() => {
        const one = { sku: 'a', stock: 5 };
        return [[one, one], [{ sku: 'a', amount: 2 }]];
      })(),
    ],
  },
  {
    id: 'everyday-state-2',
    trap: 'a labelled continue over duplicates',
    source: `
export function primesBelow(n: number): number[] {
  const found: number[] = [];
  outer: for (let i = 2; i < n; i++) {
    for (const p of found) {
      if (p * p > i) break;
      if (i % p === 0) continue outer;
    }
    found.push(i);
  }
  return found;
}
`,
    calls: () => [[30], [0], [2], [3], [NaN], [-5], [9.5]],
    scenario: (call) => {
      const a = call(10) as number[];
      if (Array.isArray(a)) a.push(99);
      return call(10);
    },
  },
  {
    id: 'everyday-state-3',
    trap: 'closures over let in a loop, called later',
    source: `
export function steps(n: number): (() => number)[] {
  const out: (() => number)[] = [];
  let total = 0;
  for (let i = 0; i < n; i++) { total += i; out.push(() => i * 10 + total); }
  return out;
}
`,
    calls: () => [],
    scenario: async (call) => ((await call(4)) as (() => number)[]).map((f) => f()),
  },
  {
    id: 'everyday-state-4',
    trap: 'a generator is lazy and can be given values',
    source: `
export function* running(xs: number[]): Generator<number, string, number | undefined> {
  let sum = 0;
  try {
    for (const x of xs) { const got = yield (sum += x); if (got !== undefined) sum = got; }
    return 'done ' + sum;
  } finally { xs.length = 0; }
}
`,
    calls: () => [],
    scenario: async (call) => {
      const xs = [1, 2, 3];
      const g = (await call(xs)) as Generator<number, string, number>;
      const a = g.next();
      xs.push(10);
      const b = g.next(100);
      const c = g.return('x');
      return [a, b, c, xs];
    },
  },
  {
    id: 'everyday-state-5',
    trap: 'getter that counts in a class with state',
    source: `
export class Counter {
  #count = 0;
  private values: number[];
  constructor(values: number[]) { this.values = values; }
  get next(): number { return this.#count++; }
  total(): number {
    let s = 0;
    for (let i = 0; i < this.values.length; i++) s += this.values[i]! * this.next;
    return s;
  }
}
`,
    select: 'Counter.total',
    calls: () => [[], [], []],
    receiver: (exports) => new (exports['Counter'] as new (xs: number[]) => object)([1, 2, 3]),
  },
  {
    id: 'everyday-state-6',
    trap: 'a field that another method changes between calls',
    source: `
export class Cart {
  rate = 2;
  lines: { price: number; count: number }[] = [{ price: 2, count: 3 }, { price: 0.1, count: 7 }];
  total(discount: number): number {
    let sum = 0;
    for (const { price, count } of this.lines) sum += price * count * this.rate;
    return sum - discount;
  }
}
`,
    select: 'Cart.total',
    calls: () => [[0], [1], [0]],
    receiver: (exports) => {
      const c = new (exports['Cart'] as new () => { rate: number })();
      c.rate = 3;
      return c;
    },
  },
  {
    id: 'everyday-state-7',
    trap: 'an exception in the middle leaves what was done before',
    source: `
export function fillUp(target: number[], source: string[]): number {
  for (let i = 0; i < source.length; i++) {
    const value = Number(source[i]);
    if (Number.isNaN(value)) throw new RangeError('bad ' + source[i] + ' at ' + i);
    target[i] = value;
  }
  return target.length;
}
`,
    calls: () =>
      [
        [[], ['1', '2']],
        [
          [9, 9, 9],
          ['1', 'x', '2'],
        ],
        [[], []],
        [[], ['', ' ']],
        [Object.freeze([1]), ['2']],
      ] as readonly (readonly unknown[])[],
  },
  {
    id: 'everyday-state-8',
    trap: 'finally changes what is returned',
    source: `
export function guarded(xs: number[]): number {
  let total = 0;
  try {
    for (const x of xs) { if (x < 0) return total; total += x; }
  } catch { return -1; } finally { total += 1000; xs.push(total); }
  return total;
}
`,
    calls: () => [[[1, 2]], [[1, -1, 5]], [[]]],
  },
  {
    id: 'everyday-state-9',
    trap: 'chains whose callbacks write',
    source: `
export function tag(xs: { v: number; seen?: number }[]): number[] {
  let n = 0;
  return xs.map((x) => { x.seen = n++; return x; }).filter((x) => x.seen! % 2 === 0).map((x) => x.v + n);
}
`,
    calls: () => {
      const one = { v: 1 };
      return [[[{ v: 1 }, { v: 2 }, { v: 3 }]], [[one, one, one]], [[]]];
    },
  },
  {
    id: 'everyday-state-10',
    trap: 'a chain whose second callback throws after the first has logged',
    source: `
export function pipeline(xs: string[], log: string[]): number {
  return xs.map((x) => { log.push(x); return JSON.parse(x) as number; }).filter((x) => { if (x < 0) throw new Error('negative'); return x > 1; }).reduce((a, b) => a + b, 0);
}
`,
    calls: () => [
      [['1', '2', '3'], []],
      [['1', '-2', 'x'], []],
      [['-1', '{'], []],
    ],
  },
  {
    id: 'everyday-state-11',
    trap: 'async loop with settings that change while it waits',
    source: `
let factor = 2;
export function setFactor(f: number): void { factor = f; }
const pause = (x: number): Promise<number> => Promise.resolve(x);
export async function scaled(xs: number[]): Promise<number[]> {
  const out: number[] = [];
  for (const x of xs) out.push((await pause(x)) * factor);
  return out;
}
`,
    calls: () => [[[1, 2]], [[]]],
    scenario: async (call, exports) => {
      const p = call([1, 2, 3]);
      (exports['setFactor'] as ((f: number) => void) | undefined)?.(10);
      const a = await p;
      (exports['setFactor'] as ((f: number) => void) | undefined)?.(2);
      return a;
    },
  },
  {
    id: 'everyday-state-12',
    trap: 'async function throws before and after the first wait',
    source: `
export async function risky(n: number): Promise<number> {
  if (n < 0) throw new RangeError('negative');
  let s = 0;
  for (let i = 0; i < n; i++) { s += i; if (s > 50) throw new Error('large at ' + i); }
  return s;
}
`,
    calls: () => [[3], [-1], [100], [3], [NaN]],
    scenario: async (call) => {
      const p = call(-1) as Promise<number>;
      const [one, other] = [call(3), call(3)];
      const same = one === other;
      return [await Promise.resolve(p).catch((e: Error) => e.message), same];
    },
  },
  {
    id: 'everyday-state-13',
    trap: 'memoised by hand already, with a bug',
    source: `
const cache = new Map<string, number>();
export function slow(a: number, b: number): number {
  const key = a + ',' + b;
  const hit = cache.get(key);
  if (hit) return hit;
  let r = 0;
  for (let i = 0; i < a; i++) r += b - i;
  cache.set(key, r);
  return r;
}
`,
    calls: () => [
      [1, 2],
      [1, 2],
      [0, 5],
      [-0, 5],
      [1, -0],
    ],
  },
  {
    id: 'everyday-state-14',
    trap: 'module constants that are frozen at one level only',
    source: `
const settings = Object.freeze({ rates: { a: 2 }, base: 1 });
export function configure(a: number): void { settings.rates.a = a; }
export function cost(n: number): number {
  let s = settings.base;
  for (let i = 0; i < n; i++) s += settings.rates.a;
  return s;
}
`,
    calls: () => [[2]],
    scenario: async (call, exports) => {
      const before = await call(2);
      (exports['configure'] as ((a: number) => void) | undefined)?.(7);
      return [before, await call(2)];
    },
  },
  {
    id: 'everyday-state-15',
    trap: 'a module table that is filled later',
    source: `
const prices = new Map<string, number>([['a', 1]]);
export const setPrice = (sku: string, price: number): void => { prices.set(sku, price); };
export function bill(skus: readonly string[]): number {
  return skus.map((sku) => prices.get(sku) ?? 0).filter((p) => p > 0).reduce((a, b) => a + b, 0);
}
`,
    calls: () => [[['a', 'b']], [[]]],
    scenario: async (call, exports) => {
      const a = await call(['a', 'b']);
      (exports['setPrice'] as ((s: string, n: number) => void) | undefined)?.('b', 5);
      return [a, await call(['a', 'b'])];
    },
  },
  {
    id: 'everyday-state-16',
    trap: 'a list of the module that is pushed to',
    source: `
const banned: string[] = ['x'];
export function ban(word: string): void { banned.push(word); }
export function clean(words: string[]): string[] {
  const out: string[] = [];
  for (const w of words) if (!banned.includes(w)) out.push(w);
  return out;
}
`,
    calls: () => [[['x', 'y']], [[]]],
    scenario: async (call, exports) => {
      const a = await call(['x', 'y']);
      (exports['ban'] as ((s: string) => void) | undefined)?.('y');
      return [a, await call(['x', 'y'])];
    },
  },
  {
    id: 'everyday-state-17',
    trap: 'results that share one object',
    source: `
export function group(xs: { k: string; v: number }[]): Map<string, { k: string; v: number }[]> {
  const groups = new Map<string, { k: string; v: number }[]>();
  for (const x of xs) { const list = groups.get(x.k); if (list) list.push(x); else groups.set(x.k, [x]); }
  return groups;
}
`,
    calls: () => [
      [
        [
          { k: 'a', v: 1 },
          { k: 'b', v: 2 },
          { k: 'a', v: 3 },
        ],
      ],
      [[]],
    ],
    scenario: async (call) => {
      const one = { k: 'a', v: 1 };
      const m = (await call([one, one])) as Map<string, object[]>;
      return [m.get('a')?.[0] === one, m.get('a')?.length];
    },
  },
  {
    id: 'everyday-state-18',
    trap: 'work then a tail that reads the element again',
    source: `
function weight(text: string): number { let w = 0; for (let i = 0; i < text.length; i++) w = (w * 31 + text.charCodeAt(i)) % 997; return w; }
export function summary(rows: readonly { name: string; n: number }[]): { total: number; names: string[]; best: { name: string; n: number } | undefined } {
  let total = 0;
  let best: { name: string; n: number } | undefined;
  const names: string[] = [];
  for (const row of rows) {
    const w = weight(row.name);
    if (w > 100) names.push(row.name);
    if (best === undefined || row.n > best.n) best = row;
    total += w * row.n;
  }
  return { total, names, best };
}
`,
    calls: () => [
      [
        [
          { name: 'abc', n: 2 },
          { name: 'zz', n: 2 },
          { name: '', n: NaN },
        ],
      ],
      [[]],
    ],
    scenario: async (call) => {
      const one = { name: 'abc', n: 1 };
      return ((await call([one])) as { best: object }).best === one;
    },
  },
  {
    id: 'everyday-state-19',
    trap: 'entries of an object that is changed while it is gone through',
    source: `
export function prune(stock: Record<string, number>): string[] {
  const gone: string[] = [];
  for (const key in stock) { if (stock[key]! <= 0) { delete stock[key]; gone.push(key); } else stock['new' + gone.length] = 1; }
  return gone;
}
`,
    calls: () => [[{ a: 1, b: 0, 3: -1 }], [{}], [{ b: 0 }]],
  },
];

// Everyday searches of lists and things collected by copies, where a Map that is asked, or an object that is filled, would show what the original hides.
import type { SoundnessCase } from './soundness-case.ts';
import { withHole } from './sparse.ts';

export const everydaySearchCases: readonly SoundnessCase[] = [
  {
    id: 'everyday-search-1',
    trap: 'the key is read from an element past the end, and the list is empty',
    source: `
interface Row { id: number; parent: number }
export function links(rows: Row[], all: Row[]): (Row | undefined)[] {
  const out: (Row | undefined)[] = [];
  for (let i = 0; i < rows.length; i++) out.push(all.find((a) => a.id === rows[rows[i]!.parent]!.id));
  return out;
}
`,
    calls: () => [
      [[{ id: 1, parent: 0 }], [{ id: 1, parent: 0 }]],
      [[{ id: 1, parent: 9 }], []],
      [[], []],
    ],
  },
  {
    id: 'everyday-search-2',
    trap: 'the second of two values fails, and the error is caught',
    source: `
function parse(s: string): number { const n = Number(s); if (Number.isNaN(n)) throw new Error('bad ' + s); return n; }
export function tally(words: readonly string[]): Record<string, number> {
  let acc: Record<string, number> = {};
  for (const w of words) {
    try { acc = { ...acc, seen: w.length, last: parse(w) }; } catch { acc = { ...acc, bad: 1 }; }
  }
  return acc;
}
`,
    calls: () => [[['1', 'x']], [['x', '1']], [['xx', 'y']], [[]]],
  },
  {
    id: 'everyday-search-3',
    trap: 'holes are passed over by some and found by findIndex',
    source: `
export function places(asked: (string | undefined)[], names: (string | undefined)[]): (number | boolean)[] {
  return asked.flatMap((one) => [
    names.some((name) => name === one), names.findIndex((name) => name === one), names.indexOf(one),
    names.includes(one), names.indexOf(one) !== -1,
  ]);
}
`,
    calls: () => [
      [['a', undefined], withHole('b', 'a')],
      [[undefined], withHole('a')],
      [
        [undefined, 'b'],
        ['b', undefined],
      ],
    ],
  },
  {
    id: 'everyday-search-4',
    trap: 'the row whose key is asked for is looked up under a name, and missing',
    source: `
interface Node { key: string; next: string }
export function walk(start: string, nodes: Readonly<Record<string, Node>>, order: readonly Node[]): number[] {
  const out: number[] = [];
  for (let at = start, k = 0; k < 5; k++) {
    const node = nodes[at]!;
    out.push(order.findIndex((one) => one.key === node.key));
    at = order.length === 0 ? 'x' : node.next;
  }
  return out;
}
`,
    calls: () => [
      ['a', { a: { key: 'a', next: 'a' } }, [{ key: 'a', next: 'b' }]],
      ['z', { a: { key: 'a', next: 'b' } }, []],
      ['a', { a: { key: 'a', next: 'b' } }, []],
    ],
  },
  {
    id: 'everyday-search-5',
    trap: 'the list of a field is another one after a call in the loop, or grows under another name',
    source: `
export class Register {
  items: { id: string; n: number }[] = [{ id: 'a', n: 1 }];
  known: string[] = ['a'];
  private reset(): void { this.items = [{ id: 'b', n: 7 }]; }
  sum(ids: readonly string[]): number {
    const all = this.known;
    let s = 0;
    for (const id of ids) {
      s += this.items.find((i) => i.id === id)?.n ?? 0;
      if (this.known.includes(id)) s += 100;
      else all.push(id);
      if (id === 'r') this.reset();
    }
    return s;
  }
}
`,
    select: 'Register.sum',
    receiver: (exports) => new (exports['Register'] as new () => object)(),
    calls: () => [[['a', 'b', 'r', 'b', 'a']], [['b', 'b']], [[]]],
  },
  {
    id: 'everyday-search-6',
    trap: 'a list of the module that changes between calls, and one that a helper adds to meanwhile',
    source: `
const stop: string[] = ['a'];
const seen: string[] = [];
function note(word: string): void { seen.push(word); }
export function addStop(word: string): void { stop.push(word); }
export function keep(words: readonly string[]): string[] { return words.filter((word) => !stop.includes(word)); }
export function fresh(words: readonly string[]): string[] {
  const out: string[] = [];
  for (const word of words) {
    if (seen.includes(word) || stop.includes(word)) continue;
    note(word);
    out.push(word);
  }
  return out;
}
`,
    select: 'fresh',
    calls: () => [[['a', 'b', 'a', 'b']], [['b', 'c', 'c']], [[]]],
  },
  {
    id: 'everyday-search-7',
    trap: 'a list of the module is added to between two calls',
    source: `
const stop: string[] = ['a'];
export function addStop(word: string): void { stop.push(word); }
export function keep(words: readonly string[]): string[] { return words.filter((word) => !stop.includes(word)); }
`,
    select: 'keep',
    calls: () => [[['a', 'b', 'a']], [[]]],
    scenario: async (call, exports) => {
      const first = await call(['a', 'b']);
      (exports['addStop'] as ((word: string) => void) | undefined)?.('b');
      return [first, await call(['a', 'b'])];
    },
  },
  {
    id: 'everyday-search-8',
    trap: 'a list that may be missing is asked for after the search',
    file: 'sample.js',
    source: `
/** @param {string[]} keys @param {string[]} [table] */
export function count(keys, table) {
  let n = 0;
  for (const key of keys) if (table.includes(key)) n++;
  if (!table) return -1;
  return n;
}
`,
    calls: () => [[['a', 'b'], ['a']], [['a']], [[], undefined], [[], []]],
  },
  {
    id: 'everyday-search-9',
    trap: 'records of a list of its own get other keys while the function waits',
    source: `
interface Job { id: string; on: boolean }
export async function run(jobs: readonly Job[], ids: readonly string[], go: (job: Job) => Promise<void>): Promise<number> {
  const live = jobs.filter((job) => job.on);
  let n = 0;
  for (const id of ids) {
    const job = live.find((one) => one.id === id);
    if (job) { n++; await go(job); }
  }
  return n;
}
`,
    calls: () => [],
    scenario: (call) =>
      call(
        [
          { id: 'a', on: true },
          { id: 'b', on: true },
        ],
        ['a', 'b', 'a', 'z'],
        async (job: { id: string }) => {
          job.id = 'z';
        },
      ),
  },
  {
    id: 'everyday-search-10',
    trap: 'a list that is only searched: what is pushed is asked for in it before, and fails, and is pushed without being asked for',
    source: `
function key(s: string): string { if (s === 'bad') throw new Error('bad'); return s.trim(); }
export function count(words: readonly string[], others: readonly number[]): number[] {
  const seen: string[] = [];
  let n = 0;
  for (const word of words) {
    try { if (!seen.includes(key(word))) seen.push(key(word), ); else seen.push(seen.includes('a') ? 'b' : 'a'); }
    catch { n++; if (seen.includes('bad')) n += 10; else seen.push('bad'); }
    if (seen.includes('b')) n += 100;
  }
  const told: number[] = [];
  others.forEach((other) => { if (told.indexOf(other) < 0) { told.push(other); n += 1000; } else told.push(-other); });
  return [n, others.length];
}
`,
    calls: () => [
      [
        ['a', 'a ', 'bad', 'bad', 'c'],
        [1, 1, -1, Number.NaN, Number.NaN, 0, -0],
      ],
      [[], []],
      [['b'], [2, 2, 2, -2]],
    ],
  },
  {
    id: 'everyday-search-11',
    trap: 'of records of a list that is only searched the first counts, is changed once it was found, and a record is pushed again',
    source: `
interface Place { name: string; most: number }
export function top(rows: readonly Place[]): number[] {
  const first: Place[] = [];
  const out: number[] = [];
  for (const row of rows) {
    const known = first.find((one) => one.name === row.name);
    if (known === undefined) first.push(row);
    else { known.most += row.most; first.push({ name: row.name, most: -1 }); }
    out.push(known?.most ?? 0);
  }
  return out;
}
`,
    calls: () => {
      const row = { name: 'a', most: 1 };
      return [[[row, row, { name: 'b', most: 2 }, { name: 'a', most: 5 }, row, { name: 'b', most: 0 }]], [[]]];
    },
  },
];

// Lists that are searched for a key while they grow: where a Map beside them would miss what the search sees.
import type { SoundnessCase } from './soundness-case.ts';
import { sparse } from './sparse.ts';

const record = `
interface R { id: string; n: number }`;
const numbers = () => [3, -0, 0, NaN, 1.5, -7, 1e21, 3, 3, Infinity, -Infinity, 2];
const row = (id: string, n: number) => ({ id, n });
const rows = () => [row('a', 1), row('b', 2), row('a', 3), row('', 0), row('b', -0), row('a', NaN)];

export const everydayGrowingCases: readonly SoundnessCase[] = [
  {
    id: 'everyday-growing-1',
    trap: 'pushed element is a parameter that is renamed later by the caller through a callback',
    source:
      record +
      `
export function f(rows: R[], on: (r: R) => void): number {
  const seen: R[] = [];
  for (const row of rows) { const hit = seen.find((r) => r.id === row.id); if (!hit) seen.push(row); on(row); }
  return seen.length;
}`,
    calls: () => [],
    scenario: (call) =>
      call(rows(), (r: { id: string }) => {
        r.id += 'x';
      }),
  },
  {
    id: 'everyday-growing-2',
    trap: 'helper renames what is pushed',
    source:
      record +
      `
function mark(r: R): void { r.id = r.id + '!'; }
export function f(rows: readonly R[]): R[] {
  const seen: R[] = [];
  for (const row of rows) { const hit = seen.find((r) => r.id === row.id); if (hit) mark(hit); else seen.push({ ...row }); }
  return seen;
}`,
    calls: () => [[rows()]],
  },
  {
    id: 'everyday-growing-3',
    trap: 'Object.assign gives another key',
    source:
      record +
      `
export function f(rows: readonly R[]): R[] {
  const seen: R[] = [];
  for (const row of rows) { const hit = seen.find((r) => r.id === row.id); if (hit) Object.assign(hit, { id: row.id + row.n }); else seen.push({ ...row }); }
  return seen;
}`,
    calls: () => [[rows()]],
  },
  {
    id: 'everyday-growing-4',
    trap: 'a record of numbers written by a name',
    source:
      record +
      `
export function f(rows: readonly R[]): R[] {
  const seen: R[] = [];
  const key = 'id' as const;
  for (const row of rows) { const hit = seen.find((r) => r.id === row.id); if (hit) hit[key] = row.id + '+'; else seen.push({ ...row }); }
  return seen;
}`,
    calls: () => [[rows()]],
  },
  {
    id: 'everyday-growing-5',
    trap: 'destructuring writes the key',
    source:
      record +
      `
export function f(rows: readonly R[]): R[] {
  const seen: R[] = [];
  for (const row of rows) { const hit = seen.find((r) => r.id === row.id); if (hit) [hit.id, hit.n] = [row.id + '#', row.n]; else seen.push({ ...row }); }
  return seen;
}`,
    calls: () => [[rows()]],
  },
  {
    id: 'everyday-growing-6',
    trap: 'the key of what is pushed is overridden after the spread',
    source:
      record +
      `
export function f(rows: readonly R[]): R[] {
  const seen: R[] = [];
  for (const row of rows) { const hit = seen.find((r) => r.id === row.id); if (!hit) seen.push({ ...row, id: row.id.toUpperCase() }); }
  return seen;
}`,
    calls: () => [[rows()]],
  },
  {
    id: 'everyday-growing-7',
    trap: 'two names asked for, pushed under the second',
    source: `interface E { from: string; to: string }
export function f(edges: readonly E[]): { id: string; d: number }[] {
  const nodes: { id: string; d: number }[] = [];
  for (const e of edges) {
    let a = nodes.find((n) => n.id === e.from);
    let b = nodes.find((n) => n.id === e.to);
    if (!a) { a = { id: e.from, d: 0 }; nodes.push(a); }
    if (!b) { b = { id: e.to, d: 0 }; nodes.push(b); }
    a.d++; b.d += 10;
  }
  return nodes;
}`,
    calls: () => [
      [
        [
          { from: 'a', to: 'b' },
          { from: 'b', to: 'b' },
          { from: 'c', to: 'c' },
          { from: 'c', to: 'a' },
        ],
      ],
      [[]],
    ],
  },
  {
    id: 'everyday-growing-8',
    trap: 'the search stands before a loop that pushes many',
    source:
      record +
      `
export function f(rows: readonly R[]): R[] {
  const seen: R[] = [];
  for (const row of rows) {
    const hit = seen.find((r) => r.id === row.id);
    for (let i = 0; i < 2; i++) if (!hit) seen.push({ id: row.id, n: i });
  }
  for (const row of rows) { const hit = seen.find((r) => r.id === row.id); if (hit) hit.n++; }
  return seen;
}`,
    calls: () => [[rows()]],
  },
  {
    id: 'everyday-growing-9',
    trap: 'found, but falsy',
    source: `
export function f(xs: number[]): number[] {
  const seen: number[] = [];
  for (const x of xs) { const hit = seen.find((s) => s === x); if (!hit) seen.push(x); else seen.push(1 / hit); }
  return seen;
}`,
    calls: () => [[[0, -0, 0, 2, 2]], [numbers()]],
  },
  {
    id: 'everyday-growing-10',
    trap: 'the list is given another value',
    source:
      record +
      `
export function f(rows: readonly R[]): number {
  let seen: R[] = [];
  let k = 0;
  for (const row of rows) { if (!seen.some((r) => r.id === row.id)) { seen.push(row); k++; } if (k > 1) seen = []; }
  return k;
}`,
    calls: () => [[rows()]],
  },
  {
    id: 'everyday-growing-11',
    trap: 'two lists of one kind, pushed into both',
    source:
      record +
      `
export function f(rows: readonly R[]): number[] {
  const a: R[] = [];
  const b: R[] = [];
  for (const row of rows) {
    const hit = a.find((r) => r.id === row.id);
    if (hit) { if (!b.some((r) => r.n === hit.n)) b.push(hit); hit.n++; } else a.push({ ...row });
  }
  return [a.length, b.length];
}`,
    calls: () => [[rows()]],
  },
  {
    id: 'everyday-growing-12',
    trap: 'a generator hands out what is in the list',
    source:
      record +
      `
export function* f(rows: readonly R[]): Generator<R> {
  const seen: R[] = [];
  for (const row of rows) { const hit = seen.find((r) => r.id === row.id); if (!hit) { const one = { ...row }; seen.push(one); yield one; } }
}`,
    calls: () => [],
    scenario: async (call) => {
      const out: unknown[] = [];
      for (const r of (await call(rows())) as Iterable<{ id: string }>) {
        out.push({ ...r });
        r.id = 'q';
      }
      return out;
    },
  },
  {
    id: 'everyday-growing-13',
    trap: 'includes and find of one list',
    source: `
export function f(xs: string[]): string[] {
  const seen: string[] = [];
  for (const x of xs) { if (seen.includes(x)) continue; if (seen.find((s) => s === x + x) === undefined && seen.indexOf(x + '!') === -1) seen.push(x); }
  return seen;
}`,
    calls: () => [[['a', 'aa', 'a', 'bb', 'b', 'a!', 'c!', 'c']]],
  },
  {
    id: 'everyday-growing-14',
    trap: 'push after all searches, in a later loop',
    source:
      record +
      `
export function f(rows: readonly R[]): R[] {
  const seen: R[] = [];
  for (const row of rows) if (!seen.some((r) => r.id === row.id)) seen.push(row);
  for (const row of rows) if (row.n > 1) seen.push(row);
  seen.length = Math.min(seen.length, 4);
  return seen;
}`,
    calls: () => [[rows()], [[]]],
  },
  {
    id: 'everyday-growing-15',
    trap: 'a declared function below changes the list in the loop',
    source: `
export function f(xs: string[]): string[] {
  const seen: string[] = [];
  for (const x of xs) { if (!seen.includes(x)) seen.push(x); else drop(); }
  return seen;
  function drop(): void { seen.pop(); }
}`,
    select: 'f',
    calls: () => [[['a', 'a', 'a', 'b', 'b', 'b']]],
  },
  {
    id: 'everyday-growing-16',
    trap: 'an outer loop goes round again',
    source: `
export function f(xs: string[], n: number): string[] {
  const out: string[] = [];
  for (let i = 0; i < n; i++) {
    const seen: string[] = [];
    for (const x of xs) if (seen.indexOf(x) === -1) seen.push(x);
    seen.reverse();
    out.push(...seen, String(seen.includes('a')));
  }
  return out;
}`,
    calls: () => [
      [['a', 'b', 'a'], 2],
      [[], 1],
    ],
  },
  {
    id: 'everyday-growing-17',
    trap: 'class instances with accessors',
    source: `
class Box { constructor(private value: string, public hits = 0) {} get id(): string { return this.value + this.hits; } }
export function f(names: readonly string[]): number[] {
  const boxes: Box[] = [];
  for (const name of names) {
    const box = boxes.find((b) => b.id === name + '0');
    if (box) box.hits++; else boxes.push(new Box(name));
  }
  return boxes.map((b) => b.hits);
}`,
    calls: () => [[['a', 'a', 'a', 'b']]],
  },
  {
    id: 'everyday-growing-18',
    trap: 'accessor in the list of a parameter whose field is written',
    source: `
export class Box { constructor(public value: string, public hits = 0) {} get id(): string { return this.value + this.hits; } }
export function f(names: readonly string[], boxes: readonly Box[]): number {
  let n = 0;
  for (const name of names) { const box = boxes.find((b) => b.id === name); if (box) { box.hits++; n++; } }
  return n;
}`,
    calls: () => [],
    scenario: (call, exports) => call(['a0', 'a0', 'a1'], [new (exports['Box'] as new (value: string) => object)('a')]),
  },
  {
    id: 'everyday-growing-19',
    trap: 'setter of a field writes the key',
    source: `
export class Item { id = 'a'; #n = 0; get n(): number { return this.#n; } set n(x: number) { this.#n = x; this.id = 'k' + x; } }
export function f(ids: readonly string[], items: readonly Item[]): number {
  let found = 0;
  for (const id of ids) { const item = items.find((i) => i.id === id); if (item) { found++; item.n = found; } }
  return found;
}`,
    calls: () => [],
    scenario: (call, exports) => call(['a', 'a', 'k1'], [new (exports['Item'] as new () => object)()]),
  },
  {
    id: 'everyday-growing-20',
    trap: 'concat keeps holes, which a later spread fills',
    source: `
export function f(rows: readonly number[][], fills: boolean): number[] {
  let all: number[] = [];
  for (const row of rows) { all = all.concat(row); if (fills) all = [...all, 0]; }
  return all;
}`,
    calls: () => [
      [[[1], sparse(1, 7)], false],
      [[sparse(1, 7), [2]], true],
    ],
  },
  {
    id: 'everyday-growing-21',
    trap: 'concat takes lists apart that look like elements, and itself, and former lists are kept',
    source: `
export function f(parts: readonly (number | number[])[], lists: readonly number[][]): unknown {
  let [all, twice, kept]: [number[], number[], number[][]] = [[], [1], []];
  for (const part of parts) { all = all.concat(part); twice = twice.concat(twice); }
  let joined: number[] = [];
  for (const list of lists) { joined = joined.concat(list); kept.push(joined); }
  return [all, twice, kept];
}`,
    calls: () => [
      [
        [1, [2, 3], []],
        [[1], [], [2, 3]],
      ],
    ],
  },
  {
    id: 'everyday-growing-22',
    trap: 'what is added by concat fails, and what was collected so far is handed out',
    source: `
export function f(texts: readonly string[]): number[] {
  let all: number[] = [];
  for (const text of texts) {
    try { all = all.concat(-1, JSON.parse(text) as number); all = all.concat((JSON.parse(text) as number[][])[0]!.map((x) => x)); }
    catch { all = all.concat(-2); }
  }
  return all;
}`,
    calls: () => [[['1', '[[1,2]]', 'no', '[]']]],
  },
  {
    id: 'everyday-growing-23',
    trap: 'the list whose chain stands in the head of a loop is changed by the loop, which is left and gone on with by a label',
    source: `
export function f(xs: number[]): number[] {
  const out: number[] = [];
  for (const x of xs.filter((y) => y > 0).map((y) => y * 2)) { xs.push(x); if (out.length > 5) break; out.push(x + xs.length); }
  walk: for (const x of xs.map((y) => y + 1)) for (const z of xs) { if (z > x) continue walk; out.push(z); }
  return out;
}`,
    calls: () => [[numbers()], [[]], [sparse(0, 3)]],
  },
];

// Searches for a key and more, of lists that change in other ways: where asking only those with the key would show.
import type { SoundnessCase } from './soundness-case.ts';

const record = `
interface R { id: string; n: number }`;
const numbers = () => [3, -0, 0, NaN, 1.5, -7, 1e21, 3, 3, Infinity, -Infinity, 2];
const row = (id: string, n: number) => ({ id, n });
const rows = () => [row('a', 1), row('b', 2), row('a', 3), row('', 0), row('b', -0), row('a', NaN)];

export const everydayKeyCases: readonly SoundnessCase[] = [
  {
    id: 'everyday-key-1',
    trap: 'the rest throws for an element that the key alone would reach later',
    source: `
interface R { id: string; tags?: string[] }
export function f(ids: readonly string[], rows: readonly R[]): number {
  let n = 0;
  for (const id of ids) { if (rows.find((r) => r.id === id && r.tags!.length > 1)) n++; }
  return n;
}`,
    calls: () => [
      [['a'], [{ id: 'a', tags: ['x', 'y'] }, { id: 'a' }]],
      [['a'], [{ id: 'a' }]],
      [['b'], [{ id: 'a' }]],
    ],
  },
  {
    id: 'everyday-key-2',
    trap: 'or beside and',
    source:
      record +
      `
export function f(ids: readonly string[], rows: readonly R[]): R[] {
  const out: R[] = [];
  for (const id of ids) out.push(...rows.filter((r) => r.id === id && (r.n > 1 || r.n < 0)), ...rows.filter((r) => r.id === id && r.n > 1 || r.n < 0));
  return out;
}`,
    calls: () => [[['a', 'b', 'z'], rows()]],
  },
  {
    id: 'everyday-key-3',
    trap: 'the rest uses the index or the list',
    source:
      record +
      `
export function f(ids: readonly string[], rows: readonly R[]): number {
  let n = 0;
  for (const id of ids) if (rows.some((r, i) => r.id === id && i > 1)) n++;
  return n;
}`,
    calls: () => [[['a', 'b'], rows()]],
  },
  {
    id: 'everyday-key-4',
    trap: 'the rest changes a variable of the function',
    source:
      record +
      `
export function f(ids: readonly string[], rows: readonly R[]): number {
  let looked = 0;
  for (const id of ids) rows.find((r) => r.id === id && ++looked > 3);
  return looked;
}`,
    calls: () => [[['a', 'b', 'a'], rows()]],
  },
  {
    id: 'everyday-key-5',
    trap: 'what is found is used with a member without asking',
    source:
      record +
      `
export function f(ids: readonly string[], rows: readonly R[]): number[] {
  return ids.map((id) => rows.find((r) => r.id === id && r.n > 0)!.n + (rows.find((r) => r.id === id && r.n > 0)?.n ?? 0));
}`,
    calls: () => [
      [['a'], rows()],
      [['z'], rows()],
      [['a', ''], rows()],
    ],
  },
  {
    id: 'everyday-key-6',
    trap: 'the first condition protects the second',
    source: `
interface R { id: string; owner?: { id: string } }
export function f(ids: readonly string[], rows: readonly R[]): number {
  let n = 0;
  for (const id of ids) if (rows.some((r) => r.owner !== undefined && r.owner.id === id)) n++;
  return n;
}`,
    calls: () => [
      [
        ['a', 'b'],
        [{ id: '1' }, { id: '2', owner: { id: 'a' } }],
      ],
    ],
  },
  {
    id: 'everyday-key-7',
    trap: 'result of the filter is kept and changed',
    source:
      record +
      `
export function f(ids: readonly string[], rows: readonly R[]): R[][] {
  const all = ids.map((id) => rows.filter((r) => r.id === id && r.n !== 2));
  all[0]?.reverse(); all[0]?.pop();
  return all;
}`,
    calls: () => [[['a', 'a', 'b', 'z'], rows()]],
  },
  {
    id: 'everyday-key-8',
    trap: 'some as a value beside others',
    source:
      record +
      `
export function f(ids: readonly string[], rows: readonly R[]): boolean[] {
  return ids.map((id) => { const has = rows.some((r) => r.id === id && r.n > 1); return has || !rows.some((r) => r.id === id && r.n < 0); });
}`,
    calls: () => [
      [['a', 'z'], rows()],
      [[], []],
    ],
  },
  {
    id: 'everyday-key-9',
    trap: 'the loop variable is assigned in the loop',
    source:
      record +
      `
export function f(ids: readonly string[], rows: readonly R[]): number {
  let n = 0;
  for (let id of ids) { id = id + ''; while (rows.some((r) => r.id === id && r.n > 0)) { n++; id += 'x'; } }
  return n;
}`,
    calls: () => [[['a', 'b', 'z'], rows()]],
  },
  {
    id: 'everyday-key-10',
    trap: 'findLast of numbers',
    source: `
export function f(xs: readonly number[], ys: readonly number[]): (number | undefined)[] {
  return xs.flatMap((x) => [ys.findLast((y) => y === x), ys.findLastIndex((y) => y === x)]);
}`,
    calls: () => [
      [numbers(), [0, -0, NaN, 3, 3]],
      [[0], [-0, 0, -0]],
      [[1], []],
    ],
  },
  {
    id: 'everyday-key-11',
    trap: 'the function writes a field named like the list',
    source: `
interface R { id: string; n: number }
export class Shop {
  rows: R[] = [{ id: 'a', n: 1 }, { id: 'b', n: 2 }];
  other: Shop | undefined;
  f(ids: readonly string[]): number {
    let n = 0;
    for (const id of ids) { const r = this.rows.find((x) => x.id === id); n = n * 3 + (r?.n ?? 0); if (r) r.n++; if (n > 3 && this.other) this.other.rows = []; }
    return n;
  }
}`,
    select: 'Shop.f',
    receiver: (exports) => {
      const shop = new (exports['Shop'] as new () => { other: unknown })();
      shop.other = shop;
      return shop;
    },
    calls: () => [[['a', 'b', 'a', 'b']], [['a']]],
  },
];

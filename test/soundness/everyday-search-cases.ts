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
];

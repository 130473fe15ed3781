// Searches in functions of the function, keys that are computed, and steps that throw: what runs when, and which error comes first.
import type { Call, SoundnessCase } from './soundness-case.ts';

export const everydayFunctionCases: readonly SoundnessCase[] = [
  {
    id: 'everyday-function-1',
    trap: 'a function that searches is given back, and asked when the list has grown',
    source: `
export function lookup(users: { id: number; n: string }[]) {
  const get = (id: number) => users.find((u) => u.id === id)?.n;
  for (let i = 0; i < 3; i++) get(i);
  return get;
}
`,
    calls: () => [],
    scenario: (call) => {
      const u = [{ id: 1, n: 'a' }];
      const g = call(u) as Call;
      u.push({ id: 2, n: 'b' });
      return [g(1), g(2)];
    },
  },
  {
    id: 'everyday-function-2',
    trap: 'a function that searches is handed to somebody who lets the list grow first',
    source: `
export function lookup(users: { id: number; n: string }[], each: (f: (id: number) => string | undefined) => void) {
  const get = (id: number) => users.find((u) => u.id === id)?.n;
  for (let i = 0; i < 3; i++) get(i);
  each(get);
}
`,
    calls: () => [],
    scenario: (call) => {
      const u = [{ id: 1, n: 'a' }];
      const out: unknown[] = [];
      call(u, (f: Call) => {
        u.push({ id: 2, n: 'b' });
        out.push(f(2));
      });
      return out;
    },
  },
  {
    id: 'everyday-function-3',
    trap: 'between the search and the push the function calls itself and pushes another one',
    source: `
export function fibs(n: number) {
  const memo: { n: number; v: number; calls: number }[] = [];
  const go = (k: number): number => {
    const hit = memo.find((m) => m.n === k);
    if (hit) return hit.v;
    const v = k < 2 ? k : go(k - 1) + go(k - 2);
    memo.push({ n: k, v, calls: memo.length });
    return v;
  };
  go(n);
  return memo;
}
`,
    calls: () => [[5], [0], [NaN]],
  },
  {
    id: 'everyday-function-4',
    trap: 'the push after a search that found nothing is not the first with its key',
    source: `
export function twice(n: number, names: string[]) {
  const memo: { key: string; v: number }[] = [];
  const go = (k: string, depth: number): number => {
    const hit = memo.find((m) => m.key === k);
    if (hit === undefined) {
      const inner = depth > 0 ? go(k, depth - 1) : 0;
      memo.push({ key: k, v: inner + 1 });
      return inner;
    }
    return hit.v;
  };
  for (const name of names) go(name, n);
  return memo.map((m) => m.key + m.v).concat(names.map((x) => String(go(x, 0))));
}
`,
    calls: () => [[2, ['a', 'b', 'a']]],
  },
  {
    id: 'everyday-function-5',
    trap: 'a declared function is called before the list that it searches is made',
    source: `
export function hoisted(words: string[]) {
  const out: boolean[] = [];
  for (const w of words) out.push(has(w));
  const stop = ['a', 'b'];
  function has(w: string) { return stop.includes(w); }
  return out;
}
`,
    calls: () => [[[]], [['a']]],
  },
  {
    id: 'everyday-function-6',
    trap: 'a declared function stands below the calls of it',
    source: `
export function hoisted2(words: string[]) {
  const stop = words.slice(0, 2);
  return words.filter((w) => !has(w));
  function has(w: string) { return stop.includes(w); }
}
`,
    calls: () => [[['a', 'b', 'c', 'a']]],
  },
  {
    id: 'everyday-function-7',
    trap: 'the list grows between the calls of the function that searches it',
    source: `
export function between(words: string[]) {
  const stop = ['a'];
  const has = (w: string) => stop.includes(w);
  const first = words.map((w) => has(w));
  stop.push('b');
  return [first, words.map((w) => has(w))];
}
`,
    calls: () => [[['a', 'b']]],
  },
  {
    id: 'everyday-function-8',
    trap: 'the variable gets another list between the calls of the function that searches it',
    source: `
export function between2(words: string[]) {
  let stop = ['a'];
  const has = (w: string) => stop.includes(w);
  const first = words.map((w) => has(w));
  stop = ['b'];
  return [first, words.map((w) => has(w))];
}
`,
    calls: () => [[['a', 'b']]],
  },
  {
    id: 'everyday-function-9',
    trap: 'the list is handed to unknown code between the calls of the function that searches it',
    source: `
export function handed(words: string[], change: (list: string[]) => void) {
  const stop = ['a'];
  const has = (w: string) => stop.includes(w);
  const first = words.map(has);
  change(stop);
  return [first, words.map((w) => has(w))];
}
`,
    calls: () => [],
    scenario: (call) => call(['a', 'b'], (list: string[]) => list.push('b')),
  },
  {
    id: 'everyday-function-10',
    trap: 'a generator searches the list whenever it is asked for more',
    source: `
export function generator(words: string[]) {
  const stop = ['a'];
  const more = () => { stop.push('b'); };
  function* go() { for (const w of words) { yield stop.includes(w); more(); } }
  return [...go()];
}
`,
    calls: () => [[['b', 'b', 'a']]],
  },
  {
    id: 'everyday-function-11',
    trap: 'the list grows while the function waits, and a function of it searches',
    source: `
export async function waits(ids: number[], users: { id: number; n: string }[], pause: () => Promise<void>) {
  const get = (id: number) => users.find((u) => u.id === id)?.n;
  const out: (string | undefined)[] = [];
  for (const id of ids) { out.push(get(id)); await pause(); }
  return out;
}
`,
    calls: () => [],
    scenario: (call) => {
      const u = [{ id: 1, n: 'a' }];
      return call([1, 2, 2], u, async () => {
        u.push({ id: 2, n: 'b' });
      });
    },
  },
  {
    id: 'everyday-function-12',
    trap: 'a method of an object searches what another one changes',
    source: `
export function method(words: string[]) {
  const stop = words.slice(1);
  const api = { has(w: string) { return stop.includes(w); }, add(w: string) { stop.push(w); } };
  return words.map((w) => { const h = api.has(w); api.add(w); return h; });
}
`,
    calls: () => [[['a', 'b', 'a']]],
  },
  {
    id: 'everyday-function-13',
    trap: 'a list is searched while it is sorted',
    source: `
export function sortsItself(order: string[]) {
  return order.sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
`,
    calls: () => [[['b', 'a', 'c']]],
  },
  {
    id: 'everyday-function-14',
    trap: 'another list of the same name stands in a callback',
    source: `
export function shadowed(users: { id: number; tags: string[] }[], ids: number[]) {
  const find = (id: number) => users.find((u) => u.id === id);
  return ids.map((id) => { const users = [{ id, tags: ['own'] }]; return users.find((u) => u.id === id) === undefined ? find(id) : users; });
}
`,
    calls: () => [[[{ id: 1, tags: [] }], [1, 2]]],
  },
  {
    id: 'everyday-function-15',
    trap: 'the list is emptied between the calls of the function that lets it grow',
    source: `
export function counter(words: string[]) {
  const seen: string[] = [];
  const add = (w: string) => { if (!seen.includes(w)) seen.push(w); return seen.length; };
  const before = words.map(add);
  seen.length = 0;
  return [before, words.map((w) => add(w))];
}
`,
    calls: () => [[['a', 'b', 'a']]],
  },
  {
    id: 'everyday-function-16',
    trap: 'copies of the list are kept while it grows in a function',
    source: `
export function snapshot(words: string[]) {
  const seen: string[] = [];
  const states: string[][] = [];
  const add = (w: string) => { if (!seen.includes(w)) seen.push(w); states.push([...seen]); };
  words.forEach(add);
  return states;
}
`,
    calls: () => [[['b', 'a', 'b']]],
  },
  {
    id: 'everyday-function-17',
    trap: 'the key that is asked for is a conversion that gives NaN',
    source: `
export function converted(rows: { id: string }[], users: { id: number; n: string }[]) {
  return rows.map((r) => users.find((u) => u.id === Number(r.id))?.n);
}
`,
    calls: () => [
      [
        [{ id: '1' }, { id: 'x' }, { id: '' }],
        [
          { id: 1, n: 'a' },
          { id: NaN, n: 'nan' },
          { id: 0, n: 'zero' },
        ],
      ],
    ],
  },
  {
    id: 'everyday-function-18',
    trap: 'elements of own pairs get other values while they are searched',
    source: `
export function pairs2(keys: string[]) {
  const table = keys.map((k, i): [string, number] => [k, i]);
  const out: number[] = [];
  for (const k of keys) {
    const hit = table.find((p) => p[0] === k)!;
    out.push(hit[1]);
    hit[0] = 'used';
  }
  return out;
}
`,
    calls: () => [[['a', 'b']]],
  },
  {
    id: 'everyday-function-19',
    trap: 'the first letter of a text in a pattern is not the one at index 0',
    source: `
export function chars(words: string[], letters: string[]) {
  return letters.map((l) => words.find(([c]) => c === l));
}
`,
    calls: () => [
      [
        ['\u{1F600}x', 'ab'],
        ['\u{1F600}', 'a'],
      ],
    ],
  },
  {
    id: 'everyday-function-20',
    trap: 'the key is computed of an element that is missing',
    source: `
export function minus(grid: number[][], stop: number[]) {
  const out: number[] = [];
  for (let i = 0; i < grid.length; i++) out.push(stop.indexOf(grid[i]![0]! - 1));
  return out;
}
`,
    calls: () => [
      [
        [[1], [2], []],
        [0, 1, NaN],
      ],
      [[], [1]],
    ],
  },
  {
    id: 'everyday-function-21',
    trap: 'a text that is no JSON stands behind a date that is none',
    source: `
export function json(lines: string[]) {
  return lines.map((l) => JSON.parse(l) as { at: string }).map((e) => new Date(e.at).toISOString());
}
`,
    calls: () => [[['{"at":"2020-01-01"}']], [['{"at":"x"}', 'no json']]],
  },
  {
    id: 'everyday-function-22',
    trap: 'a text that is not encoded well stands behind one that is no number',
    source: `
export function decode(list: string[]) {
  return list.map((s) => decodeURIComponent(s)).map((s) => s.normalize('NFC')).filter((s) => s.repeat(2).length > 1).map((s) => BigInt(s));
}
`,
    calls: () => [[['1', '2']], [['x', '%']]],
  },
  {
    id: 'everyday-function-23',
    trap: 'a helper that throws stands before a step that throws',
    source: `
export function parseAll(list: string[]) {
  function parse(s: string) { return JSON.parse(s) as number[]; }
  return list.map((s) => parse(s)).map((a) => a[0]!.toFixed(a[1]));
}
`,
    calls: () => [[['[1,2]']], [['[1,200]', 'x']]],
  },
  {
    id: 'everyday-function-24',
    trap: 'a function by name gets the list as its third argument and empties it',
    source: `
function wipe(word: string, index: number, all: string[]) {
  all.length = 0;
}
export function emptied(words: string[]) {
  const stop = ['a', 'b'];
  const out: boolean[] = [];
  for (const word of words) {
    out.push(stop.includes(word));
    stop.forEach(wipe);
  }
  return out;
}
`,
    calls: () => [[['a', 'a', 'b']]],
  },
  {
    id: 'everyday-function-25',
    trap: 'a function by name gets the list that grows as its third argument and empties it',
    source: `
function wipe(word: string, index: number, all: string[]) {
  if (all.length > 2) all.length = 0;
}
export function emptied(words: string[]) {
  const seen: string[] = [];
  let fresh = 0;
  for (const word of words) {
    if (seen.includes(word)) continue;
    seen.push(word);
    fresh++;
    seen.forEach(wipe);
  }
  return fresh;
}
`,
    calls: () => [[['a', 'b', 'c', 'a', 'b']]],
  },
  {
    id: 'everyday-function-26',
    trap: 'a callback empties the list that it gets as its third argument',
    source: `
export function emptied(words: string[]) {
  const stop = ['a', 'b'];
  const out: boolean[] = [];
  for (const word of words) {
    out.push(stop.includes(word));
    stop.forEach((_word, _index, all) => {
      all.length = 0;
    });
  }
  return out;
}
`,
    calls: () => [[['a', 'a', 'b']]],
  },
  {
    id: 'everyday-function-27',
    trap: 'a function by name changes the elements that it gets',
    source: `
interface Seat { taken: boolean }
function take(seat: Seat) {
  seat.taken = true;
}
export function firstTaken(names: string[]) {
  const seats: Seat[] = [{ taken: false }, { taken: false }];
  const out: string[] = [];
  for (const name of names) {
    out.push(name + seats.some((seat) => seat.taken));
    seats.forEach(take);
  }
  return out;
}
`,
    calls: () => [[['a', 'b', 'c']]],
  },
  {
    id: 'everyday-function-28',
    trap: 'a mapped callback has the list emptied by a function by name',
    source: `
function wipe(word: string, index: number, all: string[]) {
  all.length = 0;
}
export function emptied(words: string[]) {
  const stop = ['a', 'b'];
  return words.map((word) => {
    const isStop = stop.includes(word);
    stop.forEach(wipe);
    return isStop;
  });
}
`,
    calls: () => [[['a', 'a', 'b']]],
  },
  {
    id: 'everyday-function-29',
    trap: 'a function by name changes the list that is reduced',
    source: `
function drain(sum: number, value: number, index: number, all: number[]) {
  all[index] = 0;
  return sum + value;
}
export function sums(rounds: number[]) {
  const values = [1, 2, 3];
  const out: number[] = [];
  for (const round of rounds) out.push(round + values.reduce(drain, 0));
  return out;
}
`,
    calls: () => [[[10, 20, 30]]],
  },
];

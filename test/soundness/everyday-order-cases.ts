// The order in which the parts of a statement and the steps of a chain run: what is read before something else changes it, and which of two errors
// comes first. And lists that get into somebody's hands through what a callback is given without asking for it.
import type { SoundnessCase } from './soundness-case.ts';

export const everydayOrderCases: readonly SoundnessCase[] = [
  {
    id: 'everyday-order-1',
    trap: 'a function by name changes what the statement has read before the chain',
    source: `
let total = 0;
function bump(value: number) {
  total += value;
  return value;
}
export function f(values: number[]) {
  return total + values.map(bump).filter((value) => value > 1).length;
}
`,
    calls: () => [[[1, 2, 3]], [[1]]],
  },
  {
    id: 'everyday-order-2',
    trap: 'a callback with several ways out changes what stands before it in a list',
    source: `
export function f(values: number[]) {
  let total = 0;
  return [
    total,
    ...values
      .map((value) => {
        if (value < 0) return 0;
        total += value;
        return value;
      })
      .filter((value) => value > 1),
  ];
}
`,
    calls: () => [[[1, 2, 3]], [[1]]],
  },
  {
    id: 'everyday-order-3',
    trap: 'the length is handed over before the callback of the next argument changes it',
    source: `
export function f(values: number[]) {
  const pair = (length: number, list: number[]) => [length, list.length];
  return pair(
    values.length,
    values
      .map((value) => {
        if (value < 2) {
          values.push(9);
          return 0;
        }
        return value;
      })
      .filter((value) => value > 1),
  );
}
`,
    calls: () => [[[1, 2, 3]], [[5]]],
  },
  {
    id: 'everyday-order-4',
    trap: 'what the chain starts from changes what stands before it',
    source: `
let total = 0;
function load() {
  total += 5;
  return [1, 2, 3];
}
export function f() {
  return [total, ...load().filter((value) => value > 1)];
}
`,
    calls: () => [[], []],
  },
  {
    id: 'everyday-order-5',
    trap: 'elements are taken out behind the length that is asked for first',
    source: `
export function f(values: number[]) {
  return [values.length, ...values.splice(0, 2).filter((value) => value > 1)];
}
`,
    calls: () => [[[1, 2, 3]], [[]]],
  },
  {
    id: 'everyday-order-6',
    trap: 'a flag is read before the chain and after it',
    source: `
export function f(values: number[]) {
  let isAsked = false;
  const get = () => {
    isAsked = true;
    return values;
  };
  return [isAsked, get().map((value) => value + 1).reduce((a, b) => a + b, 0), isAsked];
}
`,
    calls: () => [[[3, 2, 1]]],
  },
  {
    id: 'everyday-order-7',
    trap: 'a sum that is added to is read before the chain resets it',
    source: `
export function f(values: number[]) {
  let sum = 1;
  sum += values
    .map((value) => {
      if (value === 0) return value;
      sum = 100;
      return value;
    })
    .filter((value) => value > 1).length;
  return sum;
}
`,
    calls: () => [[[3, 2, 1]], [[0]]],
  },
  {
    id: 'everyday-order-8',
    trap: 'what is said to be there is not, behind an element of which no integer can be made',
    source: `
export function f(rows: { v: string | null }[]) {
  return rows.filter((row) => row.v!.length > 1).map((row) => BigInt(row.v!));
}
`,
    calls: () => [[[{ v: '12' }, { v: 'xx' }, { v: null }]], [[{ v: '12' }]]],
  },
  {
    id: 'everyday-order-9',
    trap: 'rows that are not there stand behind one that is refused',
    source: `
export function f(rows: { a?: { b: number } }[], places: number[]) {
  return places
    .map((place) => rows[place]!.a!)
    .map((a) => {
      if (a.b > 1) throw new RangeError('too big');
      return a.b;
    });
}
`,
    calls: () => [
      [
        [{ a: { b: 2 } }, {}],
        [0, 1, 2],
      ],
      [[{ a: { b: 1 } }], [0, 0]],
    ],
  },
  {
    id: 'everyday-order-10',
    trap: 'what JSON.parse gives is looked into by a function by name, and no JSON stands behind it',
    source: `
const nameOf = (row: { user: { name: string } }) => row.user.name;
export function f(lines: string[]) {
  return lines
    .map((line) => JSON.parse(line))
    .map((row) => nameOf(row))
    .filter((name) => name !== '');
}
`,
    calls: () => [[['{"user":{"name":"a"}}', '{"user":{"name":""}}']], [['{}', 'no JSON']]],
  },
  {
    id: 'everyday-order-11',
    trap: 'parsed, looked into by one step and refused by the next',
    source: `
export function f(lines: string[]) {
  return lines
    .map((line) => JSON.parse(line) as { a: string })
    .filter((row) => row.a.length > 1)
    .map((row) => {
      if (row.a === 'xx') throw new RangeError('xx');
      return row.a;
    })
    .map((a) => a.length);
}
`,
    calls: () => [[['{"a":"abc"}', '{"a":"a"}']], [['{"a":"xx"}', '{}']], [['{"a":"xx"}', 'no JSON']]],
  },
  {
    id: 'everyday-order-12',
    trap: 'a callback reaches the list by `arguments`',
    source: `
export function f(ids: number[]) {
  const list = [1];
  const out: boolean[] = [];
  for (const id of ids) {
    out.push(list.includes(id));
    list.forEach(function () {
      if (list.length < 5) arguments[2].push(id);
    });
  }
  return out;
}
`,
    calls: () => [[[2, 2, 3]]],
  },
  {
    id: 'everyday-order-13',
    trap: 'a function of the name of a known one gets the list as its third argument',
    source: `
export function f(ids: number[]) {
  const list = [1];
  const String = (_value: number, _index: number, all: number[]) => all.push(9);
  const out: boolean[] = [];
  for (const id of ids) {
    out.push(list.includes(id));
    if (list.length < 3) list.map(String);
  }
  return out;
}
`,
    calls: () => [[[9, 9]]],
  },
  {
    id: 'everyday-order-14',
    trap: 'a text that is no integer stands behind a zero that is divided by',
    source: `
export function f(texts: string[]): bigint[] {
  return texts.map((text) => BigInt(text)).map((count) => 10n / count);
}
`,
    calls: () => [[['1', '0', 'x']], [['x', '0']], [[]]],
  },
  {
    id: 'everyday-order-15',
    trap: 'a list of none, of which no sum is known, stands behind a sum that is refused',
    source: `
export function f(lists: number[][]): number[] {
  return lists
    .map((list) => list.reduce((sum, value) => sum + value))
    .map((sum) => {
      if (sum < 0) throw new RangeError('less than nothing');
      return sum;
    });
}
`,
    calls: () => [[[[-1], []]], [[[], [-1]]], [[]]],
  },
  {
    id: 'everyday-order-16',
    trap: 'a length that no array has stands behind one that is refused',
    source: `
export function f(lengths: number[]): number[] {
  return lengths
    .map((length) => new Float64Array(length))
    .map((made) => {
      if (made.length > 2) throw new TypeError('too long');
      return made.length;
    });
}
`,
    calls: () => [[[3, -1]], [[-1, 3]], [[]]],
  },
  {
    id: 'everyday-order-17',
    trap: 'a column that a line lacks stands behind a column that is refused',
    source: `
export function f(lines: string[]): string[] {
  return lines
    .map((line) => line.split(',')[1]!.trim())
    .map((name) => {
      if (name === '') throw new RangeError('empty');
      return name;
    });
}
`,
    calls: () => [[['a,', 'b']], [['b', 'a,']], [['a,b']]],
  },
  {
    id: 'everyday-order-18',
    trap: 'a column that a line lacks stands behind a column that is refused, in JavaScript',
    file: 'sample.js',
    observed: () => [[['a,b', 'c,d']]],
    source: `
export function f(lines) {
  return lines
    .map((line) => line.split(',')[1].trim())
    .map((name) => {
      if (name === '') throw new RangeError('empty');
      return name;
    });
}
`,
    calls: () => [[['a,', 'b']], [['b', 'a,']], [['a,b']]],
  },
];

// Functions that a function declares for itself, read by what may go to threads: variables that change, names that another one hides, state of their own,
// types and words that mean something else outside.
import type { SoundnessCase } from './soundness-case.ts';

const work = `function work(n: number): number {
  let sum = 0;
  for (let i = 0; i < 1000; i++) sum += (i * n) % 7;
  return sum;
}
`;

class Day {
  readonly at: number;
  constructor(at: number) {
    this.at = at;
  }
  toJSON(): string {
    return `day ${this.at}`;
  }
  toString(): string {
    return `the day ${this.at}`;
  }
}

export const ownHelperCases: readonly SoundnessCase[] = [
  {
    id: 'own-1',
    trap: 'a variable that a helper reads is set again between its calls',
    source: `${work}
export function scaled(values: number[]): number[] {
  let factor = 1;
  const scale = (value: number) => work(value) * factor;
  const first = scale(1);
  factor = 2;
  return [first, ...values.map((value) => scale(value))];
}
`,
    calls: () => [[[1, 2, 3]], [[]]],
  },
  {
    id: 'own-2',
    trap: 'a helper has a parameter of the name that another one reads from around it',
    source: `${work}
export function placed(values: number[], width: number): number[] {
  const place = (x: number) => work(x) + width;
  const both = (x: number, width: number) => place(x) * 10 + width;
  return values.map((value) => both(value, 3));
}
`,
    calls: () => [
      [[1, 2, 3], 7],
      [[], 0],
    ],
  },
  {
    id: 'own-3',
    trap: 'a helper counts its calls',
    source: `${work}
export function numbered(values: number[]): string[] {
  let count = 0;
  const next = () => ++count;
  return values.map((value) => next() + ':' + work(value));
}
`,
    calls: () => [[[1, 2, 3, 4, 5, 6, 7, 8, 9]], [[]]],
  },
  {
    id: 'own-4',
    trap: 'a helper remembers in an array around it what it was asked',
    source: `${work}
export function repeated(values: number[]): boolean[] {
  const seen: number[] = [];
  const isNew = (value: number) => !seen.includes(value) && seen.push(value + work(0) * 0) > 0;
  return values.map((value) => isNew(value));
}
`,
    calls: () => [[[1, 2, 1, 3, 2, 1, 4, 4]], [[]]],
  },
  {
    id: 'own-5',
    trap: 'a helper asks how many arguments it got',
    source: `${work}
export function counted(values: number[], base: number): number[] {
  function count(_value: number, _more?: number): number {
    return arguments.length * 1000 + base;
  }
  return values.map((value) => count(value) + work(value));
}
`,
    calls: () => [
      [[1, 2, 3], 4],
      [[], 4],
    ],
  },
  {
    id: 'own-6',
    trap: 'a helper is called before it is made, and a name of it is a field somewhere',
    source: `${work}
export function early(values: number[], at: number): { size: number; first: number }[] {
  const all = values.map((value) => ({ size: size(value), first: at }));
  function size(value: number): number {
    return work(value) + at;
  }
  return all;
}
`,
    calls: () => [
      [[1, 2, 3], 5],
      [[], 5],
    ],
  },
  {
    id: 'own-7',
    trap: 'a constant that a helper reads is made after the first call of it',
    source: `${work}
export function late(values: number[], isEarly: boolean): number[] {
  function add(value: number): number {
    return work(value) + base;
  }
  const first = isEarly ? add(1) : 0;
  const base = values.length;
  return values.map((value) => add(value) + first);
}
`,
    calls: () => [
      [[1, 2, 3], false],
      [[1, 2], true],
      [[], false],
    ],
  },
  {
    id: 'own-8',
    trap: 'a helper reads an array that the loop fills',
    source: `${work}
export function summed(values: number[]): number[] {
  const sums: number[] = [];
  const before = (at: number) => sums[at - 1] ?? 0;
  for (let i = 0; i < values.length; i++) sums.push(before(i) + work(values[i] ?? 0));
  return sums;
}
`,
    calls: () => [[[1, 2, 3, 4, 5]], [[]]],
  },
  {
    id: 'own-9',
    trap: 'a helper of a module without types has the name of a global that the module uses',
    file: 'sample.cjs',
    source: `const shift = (x) => escape(x);
function escaped(texts) {
  const escape = (text) => { let all = ''; for (let i = 0; i < 200; i++) all = text + (i % 7) + '<'; return all; };
  return texts.map((text) => shift(escape(text)));
}
module.exports = { escaped };
`,
    select: 'escaped',
    calls: () => [[['a', 'b c']], [[]]],
    observed: () => [[['a', 'b c']]],
  },
  {
    id: 'own-10',
    trap: 'a helper reads whole records under a type that tells less, by its arguments, through an iterator, or by a computed name',
    source: `interface Item {
  readonly x: number;
}
function told(item: Item): string {
  const same: object = item;
  return JSON.stringify(same);
}
function byArguments(_item: Item): string {
  return JSON.stringify(arguments[0]);
}
function lastOf(items: readonly Item[]): string {
  return JSON.stringify(items.values().next().value);
}
function field(item: Item, key: string): string {
  return String(item[key as keyof Item]);
}
export function all(items: Item[]): string[] {
  return items.map((item) => told(item) + byArguments(item) + lastOf([item]) + field(item, 'y'));
}
`,
    calls: () => [
      [[{ x: 1 }, { x: 2 }]],
      [[{ x: 1, y: new Day(3) }, { x: 2 }]],
      [[Object.assign(new Day(4), { x: 4 }), { x: 2 }]],
    ],
    observed: () => [[[{ x: 1 }, { x: 2 }]]],
  },
  {
    id: 'own-11',
    trap: 'a helper that is declared further down is called before what it calls exists',
    source: `${work}
export function sums(values: number[], early: boolean): number[] {
  const first = early ? late(1) : 0;
  const twice = (value: number) => work(value) * 2;
  function late(value: number): number {
    return twice(value) + 1;
  }
  return values.map((value) => late(value) + first);
}
`,
    calls: () => [
      [[1, 2, 3], false],
      [[1, 2, 3], true],
      [[], true],
    ],
  },
  {
    id: 'own-12',
    trap: 'what a helper reads does not exist yet where a generator further down calls it',
    source: `${work}
export function sums(values: number[], early: boolean): number[] {
  const first = early ? [...each(1)].length : 0;
  const base = values.length;
  const late = (value: number) => work(value) + base;
  function* each(value: number) {
    yield late(value);
  }
  return values.map((value) => late(value) + first);
}
`,
    calls: () => [
      [[1, 2, 3], false],
      [[1, 2, 3], true],
      [[], true],
    ],
  },
];

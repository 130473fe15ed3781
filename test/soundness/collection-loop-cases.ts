// Loops over sets and maps, loops that count in their last statement, and loops that count down, read by what makes a list or another counter of them: what is
// gone through changes on the way, under its own name, another one, or in a function that the loop calls.
import type { SoundnessCase } from './soundness-case.ts';

const work = `function work(n: number): number {
  if (n === 77) throw new RangeError('no work for 77');
  let sum = 0;
  for (let i = 0; i < 1000; i++) sum += (i * n) % 7;
  return sum;
}
`;

class Backwards extends Set<number> {
  override *[Symbol.iterator](): SetIterator<number> {
    yield* [...super.values()].reverse();
  }
}

class Doubled extends Map<string, number> {
  override *values(): MapIterator<number> {
    for (const value of super.values()) yield value * 2;
  }
}

const set = (...values: number[]) => new Set(values);
const map = (...values: number[]) => new Map(values.map((value, at) => [`key ${at}`, value]));

export const collectionLoopCases: readonly SoundnessCase[] = [
  {
    id: 'collection-1',
    trap: 'a set grows while it is gone through',
    source: `${work}
export function reached(first: Set<number>): number[] {
  const all = new Set(first);
  const order: number[] = [];
  for (const value of all) {
    order.push(work(value));
    if (value > 1) all.add(Math.floor(value / 2));
  }
  return order;
}
`,
    calls: () => [[set(40, 9)], [set()], [set(77, 3)]],
  },
  {
    id: 'collection-2',
    trap: 'a map grows under another name, which a call that changes it gave',
    source: `${work}
export function longer(given: Map<string, number>): Map<string, number> {
  const out = new Map(given);
  const same = out.set('first', 1);
  for (const [key, value] of same) {
    if (key.length < 8) out.set(key + '!', work(value));
  }
  return out;
}
`,
    calls: () => [[map(4, 5, 6)], [map()], [map(3, 77)]],
  },
  {
    id: 'collection-3',
    trap: 'a helper of the function removes from the set what is still to come',
    source: `${work}
export function firstOfPairs(given: Set<number>): number[] {
  const left = new Set(given);
  const out: number[] = [];
  const take = (value: number): number => {
    left.delete(value + 1);
    return work(value);
  };
  for (const value of left) out.push(take(value));
  return out;
}
`,
    calls: () => [[set(1, 2, 3, 4, 7)], [set()]],
  },
  {
    id: 'collection-9',
    trap: 'a set grows under another name, by a method whose name stands in quotes',
    source: `${work}
export function reached(first: Set<number>): number[] {
  const all = new Set(first);
  const found = all;
  const order: number[] = [];
  for (const value of all) {
    order.push(work(value));
    if (value > 1) found['add'](Math.floor(value / 2));
  }
  return order;
}
`,
    calls: () => [[set(40, 9)], [set()], [set(77, 3)]],
  },
  {
    id: 'collection-10',
    trap: 'a set of all iterations is filled by a method whose name stands in quotes',
    source: `${work}
export function counted(values: number[]): number[] {
  const seen = new Set<number>();
  const order: number[] = [];
  for (const value of values) {
    order.push(work(value));
    if (value > 1) seen['add'](Math.floor(value / 2));
  }
  return [...order, seen.size];
}
`,
    calls: () => [[[40, 9, 8]], [[]], [[77, 3]]],
  },
  {
    id: 'collection-11',
    trap: 'a list grows while a counter runs through it, by a method whose name stands in quotes',
    source: `${work}
export function reached(first: number[]): number[] {
  const waiting = [...first];
  const order: number[] = [];
  for (let i = 0; i < waiting.length; i++) {
    const value = waiting[i] ?? 0;
    order.push(work(value));
    if (value > 1) waiting['push'](Math.floor(value / 2));
  }
  return order;
}
`,
    calls: () => [[[40, 9]], [[]], [[3, 77]]],
  },
  {
    id: 'collection-4',
    trap: 'what is filled is what is gone through, in some calls',
    source: `${work}
export function settle(given: Map<string, number>, out: Map<string, number>): number {
  for (const [key, value] of given) {
    if (out.size < 12) out.set(key + '.', work(value));
  }
  return out.size;
}
`,
    calls: () => {
      const both = map(4, 5);
      return [
        [map(4, 5, 6), map(1)],
        [both, both],
      ];
    },
  },
  {
    id: 'collection-5',
    trap: 'sets and maps of classes that go through them in their own way',
    source: `${work}
export function listed(values: Set<number>, named: Map<string, number>): number[] {
  const out: number[] = [];
  for (const value of values) out.push(work(value));
  for (const value of named.values()) out.push(work(value) + 1);
  return out;
}
`,
    calls: () => [
      [new Backwards([1, 2, 3]), new Doubled([['a', 4]])],
      [set(1, 2), map(3)],
      [new Backwards([1, 77, 3]), map(77)],
    ],
  },
  {
    id: 'collection-6',
    trap: 'of several failures in a map the first one in its order comes first, before what later keys would do',
    source: `${work}
export function table(named: Map<string, number>): Record<string, number> {
  const out: Record<string, number> = {};
  for (const [key, value] of named.entries()) out[key] = work(value);
  return out;
}
`,
    calls: () => [
      [map(1, 2, 3)],
      [map(1, 77, 3, 77)],
      [new Map([['__proto__', 3]])],
      [new Map([['constructor', 77]])],
      [
        new Map([
          ['2', 1],
          ['1', 2],
        ]),
      ],
    ],
  },
  {
    id: 'collection-7',
    trap: 'keys of an object that are numbers, its own `__proto__`, and getters',
    source: `${work}
export function byName(values: Record<string, number>): Record<string, number> {
  const out: Record<string, number> = {};
  for (const [key, value] of Object.entries(values)) out[key] = work(value);
  return out;
}
`,
    calls: () => [
      [{ b: 1, 2: 3, 1: 4 }],
      [JSON.parse('{"__proto__": 5, "x": 1}')],
      [Object.defineProperty({ a: 1, c: 2 }, 'b', { enumerable: true, get: () => 5 })],
      [{ a: 1, b: 77, c: 77 }],
    ],
  },
  {
    id: 'collection-8',
    trap: 'the elements themselves are handed on',
    source: `${work}
export function heavy(named: Map<string, { size: number }>): { size: number }[] {
  const out: { size: number }[] = [];
  for (const one of named.values()) {
    if (work(one.size) > 2900) out.push(one);
  }
  return out;
}
`,
    calls: () => [],
    scenario: async (call) => {
      const one = { size: 3 };
      const given = new Map([
        ['a', one],
        ['b', one],
        ['c', { size: 1 }],
        ['d', { size: 0 }],
      ]);
      const found = (await call(given)) as readonly object[];
      return [found.length, found[0] === one, found[0] === found[1]];
    },
  },
  {
    id: 'counting-1',
    trap: 'a list gets more work while a counter runs through it',
    source: `${work}
export function reached(first: number[]): number[] {
  const waiting = [...first];
  const order: number[] = [];
  let i = 0;
  while (i < waiting.length) {
    const value = waiting[i] ?? 0;
    order.push(work(value));
    if (value > 1) waiting.push(Math.floor(value / 2));
    i++;
  }
  return order;
}
`,
    calls: () => [[[40, 9]], [[]], [[3, 77]]],
  },
  {
    id: 'counting-2',
    trap: 'some rounds count twice, or not at all',
    source: `${work}
export function skipping(values: number[]): number[] {
  const out: number[] = [];
  let i = 0;
  while (i < values.length) {
    if (values[i] === 0) {
      i += 2;
      continue;
    }
    out.push(work(values[i] ?? 0));
    i++;
  }
  return out;
}
`,
    calls: () => [[[1, 0, 5, 2, 0]], [[0]], [[]]],
  },
  {
    id: 'counting-3',
    trap: 'the counter is read after the loop, which may end early',
    source: `${work}
export function upTo(values: number[]): number[] {
  const out: number[] = [];
  let i = 0;
  while (i < values.length) {
    if (values[i] === 0) break;
    out.push(work(values[i] ?? 0));
    i++;
  }
  out.push(i);
  return out;
}
`,
    calls: () => [[[1, 2, 0, 5]], [[1, 2]], [[]]],
  },
  {
    id: 'counting-4',
    trap: 'what the counter begins with changes before the loop begins',
    source: `${work}
export function from(values: number[], first: number): number[] {
  const out: number[] = [];
  let begin = first;
  let i = begin;
  begin = values.length;
  while (i < begin) {
    out.push(work(values[i] ?? 0));
    i++;
  }
  return out;
}
`,
    calls: () => [
      [[1, 2, 3, 4], 1],
      [[1, 2, 3], 0.5],
      [[1, 2, 3], -2],
      [[1], 5],
    ],
  },
  {
    id: 'counting-5',
    trap: 'functions that are made in the loop see the counter as it is when they are called',
    source: `${work}
export function late(values: number[]): number[] {
  const out: number[] = [];
  const asked: (() => number)[] = [];
  let i = 0;
  while (i < values.length) {
    out.push(work(values[i] ?? 0));
    asked.push(() => i);
    i++;
  }
  return [...out, ...asked.map((ask) => ask())];
}
`,
    calls: () => [[[1, 2, 3]], [[]]],
  },
  {
    id: 'counting-6',
    trap: 'a list shrinks while it is gone through from its end, whose length was asked once',
    source: `${work}
export function backwards(values: number[]): number[] {
  const left = [...values];
  const out: number[] = [];
  for (let i = left.length - 1; i >= 0; i--) {
    out.push(work(left[i] ?? -1));
    if (i % 3 === 0) left.pop();
  }
  return out;
}
`,
    calls: () => [[[1, 2, 3, 4, 5, 6, 7]], [[]], [[77, 1, 77]]],
  },
  {
    id: 'counting-7',
    trap: 'from the end each round needs the one before it',
    source: `${work}
export function carried(values: Float64Array): Float64Array {
  const out = new Float64Array(values.length);
  for (let i = values.length - 1; i >= 0; i--) {
    out[i] = work(values[i] ?? 0) + (out[i + 1] ?? 0);
  }
  return out;
}
`,
    calls: () => [[Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9)], [new Float64Array(0)]],
  },
  {
    id: 'counting-8',
    trap: 'of several failures the last one in the list comes first, where a loop counts down',
    source: `${work}
export function backwards(values: readonly number[]): string[] {
  const out: string[] = [];
  for (let i = values.length - 1; i >= 0; i--) {
    const value = values[i];
    if (value === -1) throw new TypeError('at ' + i);
    if (value === undefined) continue;
    out.push(i + ': ' + work(value));
  }
  return out;
}
`,
    calls: () => {
      const holes = [1, 2, 3];
      delete holes[1];
      return [[[1, 2, 3]], [holes], [[-1, 77, 2]], [[77, 1, -1, 5]], [[-0]], [[]]];
    },
  },
];

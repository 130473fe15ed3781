// Arrays that are more than arrays: instances of classes that extend Array, Buffers where a Uint8Array is declared, and files that call
// something of their own by a name of the language.
import type { SoundnessCase } from './soundness-case.ts';

class Stack extends Array<unknown> {}

class Everything extends Array<string> {
  override includes(): boolean {
    return this.length > 0;
  }
}

const stack = (...values: readonly unknown[]): unknown => Stack.from(values);
const tops = `class Vec extends Array<number> { top(): number { return this[this.length - 1] ?? -1; } }
`;
const numbers = (): readonly (readonly unknown[])[] => [[[1, 2, 3, 4]], [[]], [[Number.NaN, -0, 0]]];
const bytes = (): readonly (readonly unknown[])[] => [
  [new Uint8Array([1, 2, 250]), 3],
  [Buffer.from([5, 6, 7]), 2],
  [new Uint8Array(0), 1],
];
const seenArray = (): readonly (readonly unknown[])[] => [[[1, 2, 250], [3]]];
const seenBytes = (): readonly (readonly unknown[])[] => [[new Uint8Array([1, 2, 250]), 3]];

const recursiveMethod = `
export class Grid {
  cells: number[][];
  wall = 7;

  constructor(cells: number[][]) {
    this.cells = cells;
  }

  paths(row: number, column: number): number {
    if (row < 0 || column < 0 || this.cells[row]?.[column] === this.wall) return 0;
    if (row === 0 && column === 0) return 1;
    return this.paths(row - 1, column) + this.paths(row, column - 1);
  }
}
`;
const gridCells = [
  [0, 0, 0],
  [0, 0, 0],
  [0, 0, 0],
];
const receiverOf = (exports: Readonly<Record<string, unknown>>, cells: number[][]): object =>
  new (exports['Grid'] as new (cells: number[][]) => object)(cells);

export const hostileClassCases: readonly SoundnessCase[] = [
  {
    id: 'hostile-class-1',
    trap: 'from of a class that extends Array gives an instance, and so do map and filter',
    source: `${tops}export function last(values: number[]): number {
  const all = Vec.from(values) as Vec;
  const some = all.map((v) => v * 2).filter((v) => v > 2);
  return (some as Vec).top();
}
`,
    calls: numbers,
    declines: { 'plain-javascript': ['P7'], workers: ['W6'] },
  },
  {
    id: 'hostile-class-2',
    trap: 'the type says number[], and the result is an instance',
    source: `${tops}export function large(values: number[]): number[] {
  const all = Vec.from(values);
  return all.map((v) => v * 2).filter((v) => v > 2);
}
`,
    calls: numbers,
    declines: { 'plain-javascript': ['P7'], workers: ['W6'] },
  },
  {
    id: 'hostile-class-3',
    trap: 'the array is the object itself',
    source: `export class Vec extends Array<number> {
  evens(): number[] {
    return this.filter((v) => v % 2 === 0).map((v) => v * 3);
  }
}
`,
    select: 'Vec.evens',
    receiver: ({ Vec }) => (Vec as ArrayConstructor).from([1, 2, 4]),
    calls: () => [[]],
    declines: { 'plain-javascript': ['P7'] },
  },
  {
    id: 'hostile-class-4',
    trap: 'arrays were seen, and an instance of a class that extends Array comes',
    source: `export function doubled(values, more) {
  return values.concat(more).map((v) => v * 2).filter((v) => v > 2);
}
`,
    file: 'sample.js',
    observed: seenArray,
    calls: () => [
      [[1, 2], [3]],
      [stack(1, 2), [3]],
      [[1], stack(9, 8)],
    ],
  },
  {
    id: 'hostile-class-5',
    trap: 'the instance has another name in the function',
    source: `export function doubled(values) {
  const all = values;
  return all.map((v) => v * 2).filter((v) => v > 2);
}
`,
    file: 'sample.js',
    observed: seenArray,
    calls: () => [[[1, 2]], [stack(1, 2)]],
  },
  {
    id: 'hostile-class-6',
    trap: 'rows are instances',
    source: `export function raised(rows) {
  return rows.map((row) => row.filter((v) => v > 1).map((v) => v + 1));
}
`,
    file: 'sample.js',
    observed: () => [[[[1, 2, 250]]]],
    calls: () => [[[[1, 2]]], [[stack(1, 2)]], [stack([1, 2])]],
  },
  {
    id: 'hostile-class-7',
    trap: 'a copy of an instance is worked on and handed back',
    source: `export function smoothed(values, rounds) {
  const out = values.slice();
  for (let r = 0; r < rounds * 20; r++) for (let i = 1; i < out.length; i++) out[i] = out[i - 1] * 0.5 + r;
  return out;
}
`,
    file: 'sample.js',
    observed: () => [[[1, 2, 250], 3]],
    calls: () => [
      [[1, 2], 2],
      [stack(1, 2), 2],
    ],
  },
  {
    id: 'hostile-class-8',
    trap: 'includes of a class that extends Array is its own',
    source: `export function missing(all, have) {
  return all.filter((one) => !have.includes(one));
}
`,
    file: 'sample.js',
    observed: () => [[['a', 'b'], ['a']]],
    calls: () => [
      [['a', 'b'], ['a']],
      [['a', 'b', 'c'], new Everything('x', 'y')],
    ],
  },
  {
    id: 'hostile-class-9',
    trap: 'slice of a Buffer is a view: what looks like a copy changes the argument',
    source: `export function mixed(bytes: Uint8Array, k: number): number {
  const copy = bytes.slice();
  let sum = 0;
  for (let r = 0; r < k * 50; r++)
    for (let i = 0; i < copy.length; i++) {
      copy[i] = copy[i]! + ((r * i) % 5) + 1;
      sum += copy[i]!;
    }
  return sum;
}
`,
    calls: bytes,
    declines: { workers: ['W7'] },
  },
  {
    id: 'hostile-class-10',
    trap: 'a Buffer is printed as text',
    source: `export function printed(bytes: Uint8Array, k: number): string {
  let text = '';
  for (let r = 0; r < k * 20; r++) for (const byte of bytes) text += (byte ^ r).toString(16);
  return text + bytes.toString();
}
`,
    calls: bytes,
    declines: { workers: ['C1'] },
  },
  {
    id: 'hostile-class-11',
    trap: 'a Uint8Array was seen, and a Buffer comes, which is copied to threads without its class',
    source: `export function printed(bytes, k) {
  let text = '';
  for (let r = 0; r < k * 20; r++) for (let i = 0; i < bytes.length; i++) text += bytes[i] ^ r;
  return text + bytes.toString();
}
`,
    file: 'sample.js',
    observed: seenBytes,
    calls: bytes,
  },
  {
    id: 'hostile-class-12',
    trap: 'undefined is a parameter, and missing groups are told by it',
    source: `/** @param {number[]} values @param {number[]} asked */
export function counts(values, asked, undefined) {
  return asked.map((one) => values.filter((v) => v === one).length + (undefined ?? 0));
}
`,
    file: 'sample.js',
    calls: () => [[[1, 2, 1], [1, 3], 5]],
  },
  {
    id: 'hostile-class-13',
    trap: 'URL is a number of this file, which the code for threads needs',
    source: `const URL = 5;
/** @param {number[]} values */
export function sums(values) {
  return values.map((v) => {
    let sum = URL;
    for (let i = 0; i < v * 100; i++) sum += Math.sqrt(i);
    return sum;
  });
}
`,
    file: 'sample.js',
    calls: () => [[[1, 2, 3]], [[]]],
  },
  {
    id: 'hostile-name-1',
    trap: 'functions are called by the keys that they stand under',
    source: `
export function handlers(names: readonly string[]): Record<string, () => string> {
  return names.reduce<Record<string, () => string>>((all, name) => ({ ...all, [name]: () => name }), {});
}
`,
    calls: () => [[[]]],
    scenario: async (call) => namesOf(await call(['a', 'b', '__proto__', '1'])),
  },
  {
    id: 'hostile-name-2',
    trap: 'functions between two steps, and classes, have no names',
    source: `
export function made(xs: readonly number[]): unknown[] {
  const classes = xs.map(() => class {}).map((type, index) => ({ type, index }));
  return xs.map((x) => () => x).map((run, index) => ({ run, type: classes[index]?.type }));
}
`,
    calls: () => [[[]]],
    scenario: async (call) => ((await call([1, 2])) as object[]).map(namesOf),
  },
  {
    id: 'hostile-method-1',
    trap: 'what a recursive method reads of its object changes between two calls',
    source: recursiveMethod,
    select: 'Grid.paths',
    receiver: (exports) => receiverOf(exports, gridCells),
    calls: () => [],
    scenario: async (call) => {
      const before = await call(2, 2);
      gridCells[1]?.splice(1, 1, 7);
      const between = await call(2, 2);
      gridCells[1]?.splice(1, 1, 0);
      return [before, between, await call(2, 2)];
    },
  },
  {
    id: 'hostile-method-2',
    trap: 'an object has a method of its own in place of the recursive one, and counts its calls',
    source: recursiveMethod,
    select: 'Grid.paths',
    receiver: (exports) => {
      const grid = receiverOf(exports, [
        [0, 0],
        [0, 0],
      ]) as { paths(row: number, column: number): number };
      let calls = 0;
      const inherited = grid.paths;
      return Object.assign(grid, {
        paths(row: number, column: number): number {
          calls++;
          return inherited.call(grid, row, column) + calls;
        },
      });
    },
    calls: () => [
      [1, 1],
      [1, 1],
      [0, 0],
    ],
  },
  {
    id: 'hostile-method-3',
    trap: 'a recursive method is called on an object without that method, and on one that throws in the middle',
    source: recursiveMethod,
    select: 'Grid.paths',
    receiver: () => ({
      cells: [
        [0, 0],
        [0, 0],
      ],
      wall: 1,
    }),
    calls: () => [
      [0, 0],
      [1, 1],
      [-1, 0],
    ],
  },
  {
    id: 'hostile-name-3',
    trap: 'the function that a list of none comes to has no name',
    source: `
export function last(steps: readonly ((x: number) => number)[]): (x: number) => number {
  return steps.reduce((_, step) => (x) => step(x) + 1, (x: number) => x);
}
`,
    calls: () => [],
    scenario: async (call) => [namesOf({ none: await call([]) }), namesOf({ one: await call([Math.abs]) })],
  },
  {
    id: 'hostile-name-4',
    trap: 'groups by spreading lists, under a name that every object has',
    source: `
export function groups(words: readonly string[]): Record<string, string[]> {
  return words.reduce<Record<string, string[]>>((all, word) => ({ ...all, [word]: [...(all[word] ?? []), word] }), {});
}
`,
    calls: () => [[['a', 'b', 'a']], [['constructor', 'a']], [['a', '__proto__']], [['toString']], [[]]],
  },
  {
    id: 'hostile-class-buffer-1',
    trap: 'what a Buffer maps is a Buffer, which a copy of it in a thread is not',
    source: `export function masked(bytes: Uint8Array, k: number): Uint8Array {
  let mask = 0;
  for (let r = 0; r < k * 500; r++) mask = (mask * 31 + bytes.length) & 255;
  return bytes.map((byte) => byte ^ mask);
}
`,
    calls: bytes,
  },
  {
    id: 'hostile-class-buffer-2',
    trap: 'a Buffer finds 300 where 44 is, and so does not a copy of it in a thread; also where it may be missing or something else',
    source: `export function place(bytes: Uint8Array | number[] | undefined, k: number): number {
  let sum = 0;
  for (let r = 0; r < k * 500; r++) sum = (sum * 31 + r) % 7;
  return bytes === undefined ? sum : bytes.indexOf(300);
}
`,
    calls: () => [
      [new Uint8Array([1, 44]), 3],
      [undefined, 1],
      [Buffer.from([5, 44, 7]), 2],
      [[1, 300], 1],
    ],
  },
  {
    id: 'hostile-class-buffer-3',
    trap: 'bytes inside of an object, and in a list, are Buffers',
    source: `export function masked({ data }: { data: Uint8Array }, chunks: Uint8Array[], k: number): Uint8Array {
  let mask = chunks[0]!.length;
  for (let r = 0; r < k * 500; r++) mask = (mask * 31 + data.length) & 255;
  return data.map((byte) => byte ^ mask);
}
`,
    calls: () => [
      [{ data: new Uint8Array([1, 2]) }, [new Uint8Array(3)], 3],
      [{ data: Buffer.from([1, 2]) }, [Buffer.from([1])], 2],
    ],
  },
  {
    id: 'hostile-class-method-1',
    trap: 'a recursive method is taken off its object, and called for what needs none',
    source: `export class Grid {
  paths(row: number, column: number): number {
    if (row === 0 || column === 0) return 1;
    return this.paths(row - 1, column) + this.paths(row, column - 1);
  }
}
`,
    select: 'Grid.paths',
    calls: () => [
      [3, 4],
      [0, 0],
    ],
    receiver: (exports) => new (exports['Grid'] as new () => object)(),
    scenario: (call, exports) => {
      const grid = (
        exports['Grid'] as { readonly prototype: { readonly paths: (row: number, column: number) => number } }
      ).prototype;
      const taken = grid.paths;
      return [call(2, 2), [0, 0].map(taken), outcomeName(() => taken(1, 3))];
    },
  },
  {
    id: 'hostile-class-method-2',
    trap: 'all methods of the prototype are replaced by ones that count',
    source: `export class Grid {
  paths(row: number, column: number): number {
    if (row === 0 || column === 0) return 1;
    return this.paths(row - 1, column) + this.paths(row, column - 1);
  }
}
let calls = 0;
const before = Grid.prototype.paths;
Object.assign(Grid.prototype, {
  paths(this: Grid, row: number, column: number): number {
    calls++;
    return before.call(this, row, column) + 1;
  },
});
export const counted = (): number => calls;
`,
    select: 'Grid.paths',
    calls: () => [
      [3, 4],
      [0, 0],
    ],
    receiver: (exports) => new (exports['Grid'] as new () => object)(),
    scenario: async (call, exports) => [await call(2, 2), (exports['counted'] as () => number)()],
  },
];

function namesOf(holder: unknown): readonly unknown[] {
  return Object.entries(holder as object).map(([key, value]) => [
    key,
    typeof value === 'function' ? value.name : value,
  ]);
}

function outcomeName(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return (error as Error).name;
  }
}

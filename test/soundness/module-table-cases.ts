// Tables and figures of the module that a function or its helpers read: they can be changed between calls, be handed in as arguments as well, hold what
// they are not said to, or go by a name that means something else where the function begins.
import type { SoundnessCase } from './soundness-case.ts';
import { withHole } from './sparse.ts';

type Change = (value: unknown) => void;

const rows = (): readonly (readonly unknown[])[] => [
  [[1, 2, 3, 4, 5, 6]],
  [[]],
  [[0.5, -0, Number.NaN, Infinity, -1]],
  [withHole(1, 2, 3)],
  [['1', 2, undefined, 4]],
];

const spread = `let sum = 0;
  for (let i = 0; i < row.length; i++) for (let k = 0; k < row.length; k++) sum += row[i]! * WEIGHTS[(i + k) % WEIGHTS.length]! + k / SCALE;
  return sum;`;

const lookups = (): readonly (readonly unknown[])[] => [[0], [1], [4], [4], [1.5], [Number.NaN], [-0], [-3], [4]];

const lookup = `export function lookup(n: number): number {
  let sum = 0;
  for (let i = 0; i < n * 20; i++) sum += TABLE[i % TABLE.length]! * Math.sqrt(i);
  return sum;
}
`;

export const moduleTableCases: readonly SoundnessCase[] = [
  {
    id: 'module-table-1',
    trap: 'what the table holds changes between calls, and so does its length',
    source: `const SEED = [1, 2, 3];
const WEIGHTS: number[] = SEED.map((one) => one / 2);
const SCALE = Math.max(...WEIGHTS);
export function set(value: number): void { WEIGHTS[1] = value; }
export function add(value: number): void { WEIGHTS.push(value); }
export function hole(): void { WEIGHTS.length += 1; }
export function weigh(row: number[]): number {
  ${spread}
}
`,
    calls: rows,
    scenario: async (call, exports) => {
      const row = [3, 1, 4, 1, 5];
      const seen = [await call(row)];
      for (const [name, value] of [
        ['set', 9],
        ['add', -0],
        ['set', '7'],
        ['add', undefined],
        ['set', 2],
        ['hole', 0],
      ] as const) {
        (exports[name] as Change)(value);
        seen.push(await call(row));
      }
      return seen;
    },
  },
  {
    id: 'module-table-2',
    trap: 'the table that is read is also the argument that is written',
    source: `export const buffer = Float64Array.from({ length: 8 }, (_, i) => i * 1.5);
export const tail = buffer.subarray(2);
function at(i: number): number { return buffer[i % buffer.length]!; }
export function blend(into: Float64Array, rounds: number): number {
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < into.length; i++) {
      into[i] = at(i + round) / 2 + into[(i + 1) % into.length]!;
      sum += into[i]!;
    }
  }
  return sum;
}
`,
    calls: () => [[new Float64Array([1, 2, 3]), 2]],
    scenario: async (call, exports) => [
      await call(exports['buffer'], 3),
      await call(exports['tail'], 2),
      await call(new Float64Array(4), 2),
      [...(exports['buffer'] as Float64Array)],
    ],
  },
  {
    id: 'module-table-3',
    trap: 'a variable of the function has the name of the table that its helper reads',
    source: `const WEIGHTS = [4, 5, 6].map((one) => one * 1.5);
const SCALE = WEIGHTS.length / 2;
function weight(i: number): number { return WEIGHTS[i % WEIGHTS.length]! / SCALE; }
export function mix(row: number[]): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) {
    for (let k = 0; k < row.length; k++) {
      const WEIGHTS = row[k]!;
      sum += weight(i + k) * WEIGHTS;
    }
  }
  return sum;
}
`,
    calls: rows,
  },
  {
    id: 'module-table-4',
    trap: 'a parameter has the name of the table that its helper reads',
    source: `const SCALE = [2, 4].reduce((a, b) => a * b);
function scaled(value: number): number { return value / SCALE; }
export function mix(row: number[], SCALE: number): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) for (let k = 0; k < row.length; k++) sum += scaled(row[k]! + i) * SCALE;
  return sum;
}
`,
    calls: () => rows().map(([row]) => [row, 3]),
  },
  {
    id: 'module-table-5',
    trap: 'the function is called before the table is there, with nothing to look up',
    source: `export const early: unknown[] = [];
function start(): void {
  early.push(weigh([]));
  try { early.push(weigh([1, 2])); } catch (error) { early.push((error as Error).name); }
}
start();
const WEIGHTS = [1, 2, 3].map((one) => one / 2);
const SCALE = Math.sqrt(WEIGHTS[0]!);
export function weigh(row: number[]): number {
  ${spread}
}
`,
    calls: rows,
    scenario: async (call, exports) => [exports['early'], await call([1, 2, 3])],
  },
  {
    id: 'module-table-6',
    trap: 'a table that the function uses as scratch paper is seen by others afterwards, and cannot be written when it is frozen',
    source: `const scratch: number[] = new Array(8).fill(0);
export function peek(): readonly number[] { return [...scratch]; }
export function freeze(): void { Object.freeze(scratch); }
export function longest(a: string, b: string): number {
  for (let j = 0; j <= b.length; j++) scratch[j] = 0;
  for (let i = 0; i < a.length; i++) {
    let diagonal = 0;
    for (let j = 0; j < b.length; j++) {
      const above = scratch[j + 1]!;
      scratch[j + 1] = a[i] === b[j] ? diagonal + 1 : Math.max(above, scratch[j]!);
      diagonal = above;
    }
  }
  return scratch[b.length]!;
}
`,
    calls: () => [
      ['abcbdab', 'bdcaba'],
      ['', ''],
      ['a', 'aaaaaaaaaaaa'],
    ],
    scenario: async (call, exports) => {
      const peek = exports['peek'] as () => readonly number[];
      const seen: unknown[] = [await call('abcbdab', 'bdcaba'), peek(), await call('xyz', 'a'), peek()];
      seen.push(await call('abc', 'abcabcabcabc'), peek());
      (exports['freeze'] as () => void)();
      try {
        seen.push(await call('abcbdab', 'bdcaba'));
      } catch (error) {
        seen.push((error as Error).name);
      }
      return [...seen, peek()];
    },
  },
  {
    id: 'module-table-7',
    trap: 'a function that calls itself reads a table after it has called itself',
    source: `const STEPS = [1, 2, 3].map((one) => one * 1);
const BASE = STEPS.reduce((a, b) => a + b, 0.5);
export function climb(n: number): number {
  if (n <= 0) return BASE;
  return climb(n - 1) / 2 + climb(n - 2) / 3 + STEPS[n % 3]! + BASE;
}
`,
    calls: () => [[0], [1], [12], [-1], [2.5], [Number.NaN]],
  },
  {
    id: 'module-table-8',
    trap: 'a function makes the table',
    source: `function powers(base: number): Float64Array {
  const table = new Float64Array(16);
  let power = 1;
  for (let i = 0; i < table.length; i++) {
    table[i] = power;
    power = (power * base) % 65_521;
  }
  return table;
}
const TABLE = powers(17);
${lookup}`,
    calls: lookups,
  },
  {
    id: 'module-table-9',
    trap: 'the function that makes the table keeps it for another one that changes it',
    source: `let kept: number[] = [];
function make(): number[] {
  const table = [1, 2, 3];
  kept = table;
  return table;
}
const TABLE = make();
export function poke(): void { kept[1] = 50; }
${lookup}`,
    calls: lookups,
    scenario: async (call, exports) => {
      const before = await call(4);
      (exports['poke'] as () => void)();
      return [before, await call(4), await call(5)];
    },
  },
  {
    id: 'module-table-10',
    trap: 'the function that makes the table gives one that it has',
    source: `const shared = [1, 2, 3];
function make(): number[] { return shared; }
const TABLE = make();
export function poke(): void { shared[1] = 50; }
${lookup}`,
    calls: lookups,
    scenario: async (call, exports) => {
      const before = await call(4);
      (exports['poke'] as () => void)();
      return [before, await call(4), await call(5)];
    },
  },
  {
    id: 'module-table-11',
    trap: 'the table is filled once more after it was read',
    source: `const TABLE: number[] = [];
for (let i = 0; i < 4; i++) TABLE.push(i);
export const early = lookup(4);
TABLE.push(99);
export function poke(): void {}
${lookup}`,
    calls: lookups,
    scenario: async (call, exports) => {
      const before = await call(4);
      (exports['poke'] as () => void)();
      return [exports['early'], before, await call(4), await call(5)];
    },
  },
  {
    id: 'module-table-12',
    trap: 'a function fills the table again later on',
    source: `const TABLE: number[] = [];
for (let i = 0; i < 4; i++) TABLE.push(i);
function refill(from: number): void { for (let i = 0; i < 4; i++) TABLE[i] = from + i; }
refill(1);
export function poke(): void { refill(9); }
${lookup}`,
    calls: lookups,
    scenario: async (call, exports) => {
      const before = await call(4);
      (exports['poke'] as () => void)();
      return [before, await call(4), await call(5)];
    },
  },
  {
    id: 'module-table-13',
    trap: 'the table is made of another one, which changes',
    source: `const source = [[1], [2], [3]];
const TABLE = source.map((row) => row[0]! * 2);
for (const row of source) TABLE.push(row[0]!);
export function poke(): void { TABLE.reverse(); source[0]![0] = 9; }
${lookup}`,
    calls: lookups,
    scenario: async (call, exports) => {
      const before = await call(4);
      (exports['poke'] as () => void)();
      return [before, await call(4), await call(5)];
    },
  },
  {
    id: 'module-table-14',
    trap: 'the namespace that the function stands in has a table of the same name as the one that its helper reads',
    source: `const WEIGHTS = [1, 2, 3].map((one) => one / 2);
function weight(i: number): number { return WEIGHTS[i % WEIGHTS.length]!; }
export namespace Mixer {
  const WEIGHTS = [9, 9];
  export const count = WEIGHTS.length;
  export function mix(row: number[]): number {
    let sum = 0;
    for (let i = 0; i < row.length; i++) for (let k = 0; k < row.length; k++) sum += weight(i + k) * row[k]!;
    return sum;
  }
}
`,
    select: 'mix',
    calls: rows,
  },
  {
    id: 'module-table-15',
    trap: 'a function that is made along with the table writes it later on',
    source: `const bumps: (() => void)[] = [];
function make(): number[] {
  const made = new Array<number>(4).fill(1);
  bumps.push(() => { made[0] = 9; });
  return made;
}
const TABLE = make();
export function poke(): void { bumps[0]!(); }
${lookup}`,
    calls: lookups,
    scenario: async (call, exports) => {
      const before = await call(4);
      (exports['poke'] as () => void)();
      return [before, await call(4), await call(5)];
    },
  },
  {
    id: 'module-table-16',
    trap: 'a function that is made along with the table gives it away',
    source: `let own: () => number[] = () => [];
function make(): number[] {
  const made = [1, 2, 3];
  own = () => { return made; };
  return made;
}
const TABLE = make();
export function poke(): void { own()[2] = 7; }
${lookup}`,
    calls: lookups,
    scenario: async (call, exports) => {
      const before = await call(4);
      (exports['poke'] as () => void)();
      return [before, await call(4), await call(5)];
    },
  },
  {
    id: 'module-table-17',
    trap: 'a view of the same memory writes the table',
    source: `const TABLE = new Float64Array(6);
for (let i = 0; i < 6; i++) TABLE[i] = i;
const TAIL = TABLE.subarray(2);
export function poke(): void { TAIL.fill(7); TABLE.subarray(1)[0] = 77; }
${lookup}`,
    calls: lookups,
    scenario: async (call, exports) => {
      const before = await call(4);
      (exports['poke'] as () => void)();
      return [before, await call(4), await call(5)];
    },
  },
  {
    id: 'module-table-18',
    trap: 'the library calls the function before the table is full',
    source: `const TABLE: number[] = [1, 2];
export const early = [4, 4].map(lookup);
TABLE.push(9);
export function poke(): void {}
${lookup}`,
    calls: lookups,
    scenario: async (call, exports) => {
      const before = await call(4);
      (exports['poke'] as () => void)();
      return [exports['early'], before, await call(4), await call(5)];
    },
  },
  {
    id: 'module-table-19',
    trap: 'a getter calls the function before the table is full',
    source: `class Late { get sum(): number { return lookup(4); } }
const late = new Late();
const TABLE: number[] = [1, 2];
export const { sum } = late;
TABLE.push(9);
export function poke(): void {}
${lookup}`,
    calls: lookups,
    scenario: async (call, exports) => {
      const before = await call(4);
      (exports['poke'] as () => void)();
      return [exports['sum'], before, await call(4), await call(5)];
    },
  },
];

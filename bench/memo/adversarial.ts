// Functions where a naive cache is wrong (cases 61 to 70 of our research), with what the strategy must answer: a code, or a rewrite that gives the
// same results on calls chosen to expose the mistake.

export interface AdversarialCase {
  readonly number: number;
  readonly what: string;
  readonly text: string;
  readonly select: string;
  /** The code of a reason that must be among those given; absent: a rewrite, with these calls. */
  readonly code?: string;
  readonly calls?: readonly (readonly unknown[])[];
}

export const adversarial: readonly AdversarialCase[] = [
  {
    number: 61,
    what: 'texts that join to the same key',
    text: 'export function both(a: string, b: string): string {\n  let s = "";\n  for (const c of a) s = c + s;\n  return s + "|" + b;\n}\n',
    select: 'both',
    calls: [
      ['a,b', 'c'],
      ['a', 'b,c'],
      ['1', '1'],
    ],
  },
  {
    number: 61,
    what: '0 and -0, NaN',
    text: 'export function inverse(x: number): number {\n  let s = 0;\n  for (let i = 0; i < 3; i++) s = 1 / x;\n  return s;\n}\n',
    select: 'inverse',
    calls: [[0], [-0], [0], [-0], [Number.NaN], [Number.NaN], [Number.POSITIVE_INFINITY]],
  },
  {
    number: 62,
    what: 'an array is returned, of which each caller needs one of its own',
    text: 'export function range(n: number): number[] {\n  const all: number[] = [];\n  for (let i = 0; i < n; i++) all.push(i);\n  return all;\n}\n',
    select: 'range',
    calls: [[3], [3], [0], [4], [3]],
  },
  {
    number: 63,
    what: 'reads a variable of the module',
    text: 'let rate = 1;\nexport function setRate(to: number): void {\n  rate = to;\n}\nexport function priced(n: number): number {\n  let s = 0;\n  for (let i = 0; i < n; i++) s += rate;\n  return s;\n}\n',
    select: 'priced',
    code: 'M1',
  },
  {
    number: 64,
    what: 'a method that reads this',
    text: 'export class Scale {\n  factor = 2;\n  sum(n: number): number {\n    let s = 0;\n    for (let i = 0; i < n; i++) s += this.factor;\n    return s;\n  }\n}\n',
    select: 'Scale.sum',
    code: 'M9',
  },
  {
    number: 65,
    what: 'an argument whose fields change between calls',
    text: 'export function area(box: { width: number; height: number }): number {\n  let s = 0;\n  for (let i = 0; i < box.width; i++) s += box.height;\n  return s;\n}\n',
    select: 'area',
    calls: [
      [{ width: 2, height: 3 }],
      [{ width: 3, height: 2 }],
      [{ width: 2, height: -0 }],
      [{ width: 2, height: 0 }],
    ],
  },
  {
    number: 65,
    what: 'an argument that may change',
    text: 'export function total(xs: number[]): number {\n  let s = 0;\n  for (const x of xs) s += x;\n  return s;\n}\n',
    select: 'total',
    code: 'M3',
  },
  {
    number: 66,
    what: 'an async function that may reject',
    text: 'export async function later(n: number): Promise<number> {\n  if (n < 0) throw new RangeError("negative");\n  let s = 0;\n  for (let i = 0; i < n; i++) s += i;\n  return s;\n}\n',
    select: 'later',
    calls: [[5], [-1], [5], [-1], [6]],
  },
  {
    number: 67,
    what: 'recursion through the other function',
    text: 'export function odd(n: number): number {\n  if (n === 0) return 0;\n  return even(n - 1) + even(n - 1);\n}\nexport function even(n: number): number {\n  if (n === 0) return 1;\n  return odd(n - 1) + odd(n - 1);\n}\n',
    select: 'even',
    calls: [[0], [5], [6], [11], [6]],
  },
  {
    number: 67,
    what: "a function expression's own name",
    text: 'export const outside = function inside(n: number): number {\n  if (n < 2) return n;\n  return inside(n - 1) + inside(n - 2);\n};\n',
    select: 'outside',
    calls: [[10], [20], [10], [-0]],
  },
  {
    number: 68,
    what: 'recursion that reads what the function around was called with',
    text: 'export function most(xs: readonly number[]): number {\n  const go = (i: number, j: number): number => {\n    if (i >= j) return xs[i] ?? 0;\n    return Math.max(go(i + 1, j), go(i, j - 1)) + (xs[i] ?? 0);\n  };\n  return go(0, xs.length - 1);\n}\n',
    select: 'most',
    calls: [[[1, 2, 3, 4]], [[4, 3, 2, 1]], [[]], [[1, 2, 3, 4]]],
  },
  {
    number: 69,
    what: 'an options object by default, of which one field is read',
    text: 'export function shown(n: number, options: { up?: boolean } = {}): string {\n  let s = "";\n  for (let i = 0; i < n; i++) s += options.up ? "A" : "a";\n  return s;\n}\n',
    select: 'shown',
    calls: [[2], [2, {}], [2, { up: true }], [2, { up: undefined }], [3, { up: false }], [2, { up: true }]],
  },
  {
    number: 69,
    what: 'any number of arguments',
    text: 'export function count(...all: number[]): number {\n  let s = 0;\n  for (const one of all) s += one;\n  return s;\n}\n',
    select: 'count',
    code: 'M9',
  },
  {
    number: 70,
    what: 'writes to the console',
    text: 'export function loud(n: number): number {\n  let s = 0;\n  for (let i = 0; i < n; i++) s += i;\n  console.log(s);\n  return s;\n}\n',
    select: 'loud',
    code: 'M1',
  },
  {
    number: 70,
    what: 'reads the clock',
    text: 'export function age(n: number): number {\n  let s = 0;\n  for (let i = 0; i < n; i++) s += Date.now();\n  return s;\n}\n',
    select: 'age',
    code: 'C3',
  },
  {
    number: 70,
    what: 'returns a generator',
    text: 'export function* upTo(n: number): Generator<number> {\n  for (let i = 0; i < n; i++) yield i;\n}\n',
    select: 'upTo',
    code: 'C5',
  },
];

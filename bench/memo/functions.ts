// The functions of the memoization benchmark: their text, which the strategy rewrites, a realistic sequence of calls, and the best cache that we
// could write by hand for it. For recursions also the form that a library needs, with itself as an argument.

type Numeric = (...args: readonly number[]) => unknown;
// Functions of many kinds in one list: what fits which is each entry's own matter.
export type AnyFunction = (...args: never[]) => unknown;

export interface MemoCase {
  readonly name: string;
  readonly text: string;
  readonly calls: (random: () => number) => readonly (readonly unknown[])[];
  /** Made anew, with an empty cache. */
  readonly best: (original: AnyFunction) => AnyFunction;
  /** A recursion through `self`, for libraries. */
  readonly open?: (self: AnyFunction) => AnyFunction;
}

/** Few keys often, many seldom. */
function skewed(random: () => number, keys: number, calls: number): number[] {
  return Array.from({ length: calls }, () => Math.floor(keys * random() ** 3));
}

const words = ['applepenapple', 'catsandog', 'pineapplepenapple', 'aaaaaaaaaaaaaaaaaaaab'];
const dictionary = ['apple', 'pen', 'pine', 'cats', 'cat', 'sand', 'and', 'dog', 'a', 'aa', 'aaa'];

function byNumber(original: AnyFunction): AnyFunction {
  const known: unknown[] = [];
  const call = original as Numeric;
  return ((n: number) => {
    const found = known[n];
    if (found !== undefined) return found;
    const computed = call(n);
    known[n] = computed;
    return computed;
  }) as AnyFunction;
}

function byText(original: AnyFunction): AnyFunction {
  const known = new Map<string, unknown>();
  const call = original as (text: string) => unknown;
  return ((text: string) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const computed = call(text);
    known.set(text, computed);
    return computed;
  }) as AnyFunction;
}

function byTwoNumbers(original: AnyFunction, second: number): AnyFunction {
  const known = new Map<number, unknown>();
  const call = original as Numeric;
  return ((a: number, b: number) => {
    const key = a * second + b;
    const found = known.get(key);
    if (found !== undefined) return found;
    const computed = call(a, b);
    known.set(key, computed);
    return computed;
  }) as AnyFunction;
}

export const functions: readonly MemoCase[] = [
  {
    name: 'fibonacci',
    text: 'export function fibonacci(n: number): number {\n  if (n < 2) return n;\n  return fibonacci(n - 1) + fibonacci(n - 2);\n}\n',
    calls: () => [[24], [22], [24], [25]],
    best: () => (n: number) => {
      let [a, b] = [0, 1];
      for (let i = 0; i < n; i++) [a, b] = [b, a + b];
      return a;
    },
    open: (self) => (n: number) => (n < 2 ? n : (self as Sum)(n - 1) + (self as Sum)(n - 2)),
  },
  {
    name: 'tribonacci',
    text: 'export function tribonacci(n: number): number {\n  if (n <= 0) return 0;\n  if (n < 3) return 1;\n  return tribonacci(n - 1) + tribonacci(n - 2) + tribonacci(n - 3);\n}\n',
    calls: () => [[19], [20], [19]],
    best: () => (n: number) => {
      let [a, b, c] = [0, 1, 1];
      for (let i = 0; i < n; i++) [a, b, c] = [b, c, a + b + c];
      return a;
    },
    open: (self) => (n: number) =>
      n <= 0 ? 0 : n < 3 ? 1 : (self as Sum)(n - 1) + (self as Sum)(n - 2) + (self as Sum)(n - 3),
  },
  {
    name: 'gridPaths',
    text: 'export function gridPaths(rows: number, columns: number): number {\n  if (rows === 0 || columns === 0) return 1;\n  return gridPaths(rows - 1, columns) + gridPaths(rows, columns - 1);\n}\n',
    calls: () => [
      [8, 9],
      [9, 8],
      [9, 9],
    ],
    best: () => (rows: number, columns: number) => {
      const row = new Array<number>(columns + 1).fill(1);
      for (let y = 1; y <= rows; y++) for (let x = 1; x <= columns; x++) row[x] = (row[x] ?? 0) + (row[x - 1] ?? 0);
      return row[columns];
    },
    open: (self) => (rows: number, columns: number) =>
      rows === 0 || columns === 0 ? 1 : (self as Sum)(rows - 1, columns) + (self as Sum)(rows, columns - 1),
  },
  {
    name: 'binomial',
    text: 'export function binomial(n: number, k: number): number {\n  if (k === 0 || k === n) return 1;\n  return binomial(n - 1, k - 1) + binomial(n - 1, k);\n}\n',
    calls: () => [
      [18, 9],
      [17, 8],
      [18, 9],
    ],
    best: () => (n: number, k: number) => {
      const row = new Array<number>(k + 1).fill(0);
      row[0] = 1;
      for (let i = 1; i <= n; i++) for (let j = Math.min(i, k); j > 0; j--) row[j] = (row[j] ?? 0) + (row[j - 1] ?? 0);
      return row[k];
    },
    open: (self) => (n: number, k: number) =>
      k === 0 || k === n ? 1 : (self as Sum)(n - 1, k - 1) + (self as Sum)(n - 1, k),
  },
  {
    name: 'catalan',
    text: 'export function catalan(n: number): number {\n  if (n < 2) return 1;\n  let sum = 0;\n  for (let i = 0; i < n; i++) sum += catalan(i) * catalan(n - 1 - i);\n  return sum;\n}\n',
    calls: () => [[10], [11], [10]],
    best: () => {
      const known = [1, 1];
      const catalan = (n: number): number => {
        for (let m = known.length; m <= n; m++) {
          let sum = 0;
          for (let i = 0; i < m; i++) sum += (known[i] ?? 0) * (known[m - 1 - i] ?? 0);
          known.push(sum);
        }
        return known[n] ?? 0;
      };
      return catalan;
    },
    open: (self) => (n: number) => {
      if (n < 2) return 1;
      let sum = 0;
      for (let i = 0; i < n; i++) sum += (self as Sum)(i) * (self as Sum)(n - 1 - i);
      return sum;
    },
  },
  {
    name: 'divisorSum',
    text: 'export function divisorSum(n: number): number {\n  let sum = 0;\n  for (let d = 1; d <= n; d++) if (n % d === 0) sum += d;\n  return sum;\n}\n',
    calls: (random) => skewed(random, 400, 2000).map((n) => [n + 1]),
    best: byNumber,
  },
  {
    name: 'isPrime',
    text: 'export function isPrime(n: number): boolean {\n  if (n < 2) return false;\n  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;\n  return true;\n}\n',
    calls: (random) => skewed(random, 1000, 2000).map((n) => [1_000_003 + n]),
    best: (original) => {
      const known = new Map<number, boolean>();
      return ((n: number) => {
        const found = known.get(n);
        if (found !== undefined) return found;
        const computed = (original as Numeric)(n) as boolean;
        known.set(n, computed);
        return computed;
      }) as AnyFunction;
    },
  },
  {
    name: 'slug',
    text: "export function slug(title: string): string {\n  return title.normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '-');\n}\n",
    calls: (random) => skewed(random, 200, 2000).map((n) => [`Über die Häufigkeit von Überschriften, Teil ${n}`]),
    best: byText,
  },
  {
    name: 'roman',
    text: "export function roman(n: number): string {\n  const signs: readonly (readonly [number, string])[] = [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']];\n  let left = n;\n  let text = '';\n  for (const [value, sign] of signs) while (left >= value) { text += sign; left -= value; }\n  return text;\n}\n",
    calls: (random) => skewed(random, 500, 2000).map((n) => [n + 1]),
    best: byNumber,
  },
  {
    name: 'gcdSteps',
    text: 'export function gcdSteps(a: number, b: number): number {\n  let steps = 0;\n  for (let i = 1; i <= 40; i++) { let x = a * i + 1; let y = b + i; while (y !== 0) { [x, y] = [y, x % y]; steps += 1; } }\n  return steps;\n}\n',
    calls: (random) => skewed(random, 20, 2000).map((n) => [n + 1, Math.floor(random() * 20) + 1]),
    best: (original) => byTwoNumbers(original, 64),
  },
  {
    name: 'editDistance',
    text: 'export function editDistance(a: string, b: string): number {\n  const distance = (i: number, j: number): number => {\n    if (i === a.length) return b.length - j;\n    if (j === b.length) return a.length - i;\n    if (a[i] === b[j]) return distance(i + 1, j + 1);\n    return 1 + Math.min(distance(i + 1, j), distance(i, j + 1), distance(i + 1, j + 1));\n  };\n  return distance(0, 0);\n}\n',
    calls: () => [
      ['kitten', 'sitting'],
      ['saturday', 'sundays'],
      ['kitten', 'sitting'],
    ],
    best: () => (a: string, b: string) => {
      let row = Array.from({ length: b.length + 1 }, (_, j) => j);
      for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
          const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
          next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
      }
      return row[b.length];
    },
  },
  {
    name: 'wordBreaks',
    text: 'export function wordBreaks(text: string, words: readonly string[]): number {\n  const from = (start: number): number => {\n    if (start === text.length) return 1;\n    let found = 0;\n    for (const word of words) if (text.startsWith(word, start)) found += from(start + word.length);\n    return found;\n  };\n  return from(0);\n}\n',
    calls: () => words.map((word) => [word, dictionary]),
    best: () => (text: string, given: readonly string[]) => {
      const found = new Array<number>(text.length + 1).fill(0);
      found[text.length] = 1;
      for (let start = text.length - 1; start >= 0; start--)
        for (const word of given)
          if (text.startsWith(word, start)) found[start] = (found[start] ?? 0) + (found[start + word.length] ?? 0);
      return found[0];
    },
  },
  {
    name: 'changeWays',
    text: 'export function changeWays(coins: readonly number[], amount: number): number {\n  function ways(index: number, left: number): number {\n    if (left === 0) return 1;\n    const coin = coins[index];\n    if (coin === undefined || left < 0) return 0;\n    return ways(index, left - coin) + ways(index + 1, left);\n  }\n  return ways(0, amount);\n}\n',
    calls: () => [
      [[1, 2, 5, 10], 60],
      [[1, 5, 10, 25], 80],
    ],
    best: () => (coins: readonly number[], amount: number) => {
      const ways = new Array<number>(amount + 1).fill(0);
      ways[0] = 1;
      for (const coin of coins)
        for (let at = coin; at <= amount; at++) ways[at] = (ways[at] ?? 0) + (ways[at - coin] ?? 0);
      return ways[amount];
    },
  },
];

type Sum = (...args: readonly number[]) => number;

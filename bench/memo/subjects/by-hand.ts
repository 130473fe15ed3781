// The functions of subjects.ts as someone would write them who measures and may not change what they give: whatever the argument, also -0, NaN,
// fractions and what recurses for ever, the outcome is that of the original; and no cache grows without bound.
import * as plain from './subjects.ts';

const most = 100_000;

/** A whole number from `least` on for which a table is no waste. */
function isSmall(n: number, least = 0): boolean {
  return Number.isInteger(n) && n >= least && n <= most;
}

export function fibonacci(n: number): number {
  if (!isSmall(n, 2)) return plain.fibonacci(n);
  let before = 0;
  let last = 1;
  for (let k = 2; k <= n; k++) {
    const next = last + before;
    before = last;
    last = next;
  }
  return last;
}

export function tribonacci(n: number): number {
  if (!isSmall(n, 3)) return plain.tribonacci(n);
  let [a, b, c] = [0, 1, 1];
  for (let k = 3; k <= n; k++) {
    const next = c + b + a;
    a = b;
    b = c;
    c = next;
  }
  return c;
}

export function gridPaths(rows: number, columns: number): number {
  if (!isSmall(rows, 1) || !isSmall(columns, 1)) return plain.gridPaths(rows, columns);
  const row = new Array<number>(columns + 1).fill(1);
  for (let y = 1; y <= rows; y++) for (let x = 1; x <= columns; x++) row[x] = row[x]! + row[x - 1]!;
  return row[columns]!;
}

export function binomial(n: number, k: number): number {
  if (!isSmall(n) || !isSmall(k) || k > n) return plain.binomial(n, k);
  const row = new Array<number>(k + 1).fill(0);
  row[0] = 1;
  for (let i = 1; i <= n; i++) for (let j = Math.min(i, k); j > 0; j--) row[j] = row[j - 1]! + row[j]!;
  return row[k]!;
}

const catalans = [1, 1];

export function catalan(n: number): number {
  if (!isSmall(n)) return plain.catalan(n);
  for (let m = catalans.length; m <= n; m++) {
    let sum = 0;
    for (let i = 0; i < m; i++) sum += catalans[i]! * catalans[m - 1 - i]!;
    catalans.push(sum);
  }
  return catalans[n]!;
}

const divisorSums: number[] = [];

export function divisorSum(n: number): number {
  const known = divisorSums[n];
  if (known !== undefined) return known;
  const sum = plain.divisorSum(n);
  if (isSmall(n)) divisorSums[n] = sum;
  return sum;
}

const primes = new Map<number, boolean>();

export function isPrime(n: number): boolean {
  const known = primes.get(n);
  if (known !== undefined) return known;
  const answer = plain.isPrime(n);
  if (primes.size >= most) primes.clear();
  primes.set(n, answer);
  return answer;
}

const slugs = new Map<string, string>();

export function slug(title: string): string {
  const known = slugs.get(title);
  if (known !== undefined) return known;
  const made = plain.slug(title);
  if (slugs.size >= most) slugs.clear();
  slugs.set(title, made);
  return made;
}

const romans: string[] = [];

export function roman(n: number): string {
  const known = romans[n];
  if (known !== undefined) return known;
  const text = plain.roman(n);
  if (isSmall(n)) romans[n] = text;
  return text;
}

const steps = new Map<number, number>();
const second = 1024;

/** One number is the key of two small ones. */
export function gcdSteps(a: number, b: number): number {
  if (!isSmall(a) || !(Number.isInteger(b) && b >= 0 && b < second)) return plain.gcdSteps(a, b);
  const key = a * second + b;
  const known = steps.get(key);
  if (known !== undefined) return known;
  const counted = plain.gcdSteps(a, b);
  if (steps.size >= most) steps.clear();
  steps.set(key, counted);
  return counted;
}

export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

/** An empty word makes the original recurse for ever. */
export function wordBreaks(text: string, words: readonly string[]): number {
  if (words.includes('')) return plain.wordBreaks(text, words);
  const found = new Array<number>(text.length + 1).fill(0);
  found[text.length] = 1;
  for (let start = text.length - 1; start >= 0; start--)
    for (const word of words) if (text.startsWith(word, start)) found[start]! += found[start + word.length]!;
  return found[0]!;
}

/** Coins of fractions, of nothing or of less have no place in a table. */
export function changeWays(coins: readonly number[], amount: number): number {
  if (!isSmall(amount) || !coins.every((coin) => isSmall(coin, 1))) return plain.changeWays(coins, amount);
  const ways = new Array<number>(amount + 1).fill(0);
  ways[0] = 1;
  for (const coin of coins) for (let at = coin; at <= amount; at++) ways[at]! += ways[at - coin]!;
  return ways[amount]!;
}

/** Empties the cache of a function that keeps one. */
export const forget: Readonly<Record<string, () => void>> = {
  catalan: () => {
    catalans.length = 2;
  },
  divisorSum: () => {
    divisorSums.length = 0;
  },
  isPrime: () => primes.clear(),
  slug: () => slugs.clear(),
  roman: () => {
    romans.length = 0;
  },
  gcdSteps: () => steps.clear(),
};

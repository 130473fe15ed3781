// Functions as people write them, for the memoization benchmark: recursions that solve the same part again and again, and computations whose
// arguments repeat. by-hand.ts has the same functions written for speed.

export function fibonacci(n: number): number {
  if (n < 2) return n;
  return fibonacci(n - 1) + fibonacci(n - 2);
}

export function tribonacci(n: number): number {
  if (n <= 0) return 0;
  if (n < 3) return 1;
  return tribonacci(n - 1) + tribonacci(n - 2) + tribonacci(n - 3);
}

export function gridPaths(rows: number, columns: number): number {
  if (rows === 0 || columns === 0) return 1;
  return gridPaths(rows - 1, columns) + gridPaths(rows, columns - 1);
}

export function binomial(n: number, k: number): number {
  if (k === 0 || k === n) return 1;
  return binomial(n - 1, k - 1) + binomial(n - 1, k);
}

export function catalan(n: number): number {
  if (n < 2) return 1;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += catalan(i) * catalan(n - 1 - i);
  return sum;
}

export function divisorSum(n: number): number {
  let sum = 0;
  for (let d = 1; d <= n; d++) if (n % d === 0) sum += d;
  return sum;
}

export function isPrime(n: number): boolean {
  if (n < 2) return false;
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
}

export function slug(title: string): string {
  return title
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}

export function roman(n: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let left = n;
  let text = '';
  for (const [value, sign] of signs) {
    while (left >= value) {
      text += sign;
      left -= value;
    }
  }
  return text;
}

export function gcdSteps(a: number, b: number): number {
  let steps = 0;
  for (let i = 1; i <= 40; i++) {
    let x = a * i + 1;
    let y = b + i;
    while (y !== 0) {
      [x, y] = [y, x % y];
      steps += 1;
    }
  }
  return steps;
}

export function editDistance(a: string, b: string): number {
  const distance = (i: number, j: number): number => {
    if (i === a.length) return b.length - j;
    if (j === b.length) return a.length - i;
    if (a[i] === b[j]) return distance(i + 1, j + 1);
    return 1 + Math.min(distance(i + 1, j), distance(i, j + 1), distance(i + 1, j + 1));
  };
  return distance(0, 0);
}

export function wordBreaks(text: string, words: readonly string[]): number {
  const from = (start: number): number => {
    if (start === text.length) return 1;
    let found = 0;
    for (const word of words) if (text.startsWith(word, start)) found += from(start + word.length);
    return found;
  };
  return from(0);
}

export function changeWays(coins: readonly number[], amount: number): number {
  function ways(index: number, left: number): number {
    if (left === 0) return 1;
    const coin = coins[index];
    if (coin === undefined || left < 0) return 0;
    return ways(index, left - coin) + ways(index + 1, left);
  }
  return ways(0, amount);
}

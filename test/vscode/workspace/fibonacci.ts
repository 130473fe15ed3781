/** The classic: the same numbers over and over. */
export function fib(n: number): number {
  if (n < 2) return n;
  return fib(n - 1) + fib(n - 2);
}

export function plain(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

export function outer(limit: number): () => number {
  let count = 0;
  function inner(): number {
    count += limit;
    return count;
  }
  return inner;
}

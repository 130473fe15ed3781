/** It throws for 5, which is never asked for by what is even. */
export function evens(n: number): number {
  if (n === 0) return 1;
  if (n === 5) throw new Error('five');
  let sum = 0;
  for (let i = 2; i <= n; i += 2) sum += evens(n - i);
  return sum;
}

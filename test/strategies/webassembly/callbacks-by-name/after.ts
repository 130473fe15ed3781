import { measuresKernel } from './before.measures.wasm.ts';

const square = (value: number): number => value * value;

function add(sum: number, value: number): number {
  return sum + value;
}

function isPrime(candidate: number): boolean {
  if (candidate < 2) return false;
  for (let i = 2; i * i <= candidate; i++) if (candidate % i === 0) return false;
  return true;
}

/** Lengths of the rows, and how many primes are in each. */
export function measures(rows: number[][]): number[] {
  const fast = measuresKernel(rows);
  if (fast !== undefined) return fast;
  const lengths = rows.map((row) => Math.sqrt(row.map(square).reduce(add, 0)));
  return lengths.map((length, i) => length + rows[i]!.filter(isPrime).length + (rows[i]!.some(isPrime) ? 0.5 : 0));
}

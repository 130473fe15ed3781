import { sumOfDivisorsKernel } from './before.sum-of-divisors.wasm.ts';

function gcd(a: number, b: number): number {
  while (b !== 0) {
    const rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

/** The sum of all greatest common divisors, of negative numbers too. */
export function sumOfDivisors(from: number, to: number): number {
  const fast = sumOfDivisorsKernel(from, to);
  if (fast !== undefined) return fast;
  let sum = 0;
  for (let i = from; i < to; i++) {
    for (let j = from; j < to; j++) sum += gcd(i, j);
  }
  return sum;
}

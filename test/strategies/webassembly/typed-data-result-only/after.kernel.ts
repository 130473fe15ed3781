import { primesUpToKernel } from './before.primes-up-to.wasm.ts';

export const primesUpTo = (limit: number): number[] => {
  const fast = primesUpToKernel(limit);
  if (fast !== undefined) return fast;
  const isComposite = new Array<boolean>(limit + 1).fill(false);
  const primes: number[] = [];
  for (let candidate = 2; candidate <= limit; candidate++) {
    if (isComposite[candidate]) continue;
    primes.push(candidate);
    for (let multiple = candidate * candidate; multiple <= limit; multiple += candidate) isComposite[multiple] = true;
  }
  return primes;
};

import { isPrimeKernel } from './before.is-prime.wasm.ts';

export const isPrime = (n: number): boolean => {
  const fast = isPrimeKernel(n);
  if (fast !== undefined) return fast;
  if (n < 2) return false;
  for (let divisor = 2; divisor * divisor <= n; divisor++) if (n % divisor === 0) return false;
  return true;
};

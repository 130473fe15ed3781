import { sumOfCubesKernel } from './before.sum-of-cubes.wasm.ts';

export function sumOfCubes(n: number): number {
  const fast = sumOfCubesKernel(n);
  if (fast !== undefined) return fast;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += i * i * i;
  return sum;
}

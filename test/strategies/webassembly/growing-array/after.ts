import { evensKernel } from './before.evens.wasm.ts';

export function evens(n: number): number[] {
  const fast = evensKernel(n);
  if (fast !== undefined) return fast;
  const found: number[] = [0];
  const doubled: number[] = [];
  const steps: number[] = [1, 1];
  for (let i = 2; i < n; i++) steps[i] = steps[i - 1]! + steps[i - 2]!;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) if ((i * j) % 2 === 0) found.push(i);
  for (const one of found) if (doubled.length < 5) doubled.push(one * 2.5);
  if (n > 30) return steps;
  if (n > 20) return doubled;
  return found;
}

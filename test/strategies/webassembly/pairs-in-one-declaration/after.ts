import { escapeStepsKernel } from './before.escape-steps.wasm.ts';

export function escapeSteps(size: number, limit: number): number {
  const fast = escapeStepsKernel(size, limit);
  if (fast !== undefined) return fast;
  let total = 0;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const [cr, ci] = [(2 * x) / size - 1.5, (2 * y) / size - 1];
      let [zr, zi] = [0, 0];
      let steps = 0;
      while (zr * zr + zi * zi <= 4 && steps < limit) {
        [zr, zi] = [zr * zr - zi * zi + cr, 2 * zr * zi + ci];
        steps++;
      }
      total += steps;
    }
  }
  return total;
}

import { sampledKernel } from './before.sampled.wasm.ts';

/** Where there is no such row, the column is not counted on, nor is another number drawn. */
export function sampled(grid: number[][], from: number): number {
  const fast = sampledKernel(grid, from);
  if (fast !== undefined) return fast;
  let column = -9;
  let seed = 1;
  const next = (): number => {
    seed = (seed * 5 + 1) % 7;
    return seed;
  };
  let sum = 0;
  for (let y = 0; y < grid.length; y++) {
    for (let x = 0; x < 4; x++) {
      for (let shift = 0; shift < 3; shift++) {
        sum += grid[y + from]?.[column++] ?? 100;
        if (grid[y - x]?.[next()]) sum += 1;
        if (grid[y + shift]?.[Math.floor(x / 2)]! < 3) sum += 1000;
      }
    }
  }
  return (sum * 100 + column) * 10 + seed;
}

import { edgesKernel } from './before.edges.wasm.ts';

export function edges(grid: number[][]): number {
  const fast = edgesKernel(grid);
  if (fast !== undefined) return fast;
  const rows = grid.length;
  const columns = grid[0]?.length ?? 0;
  const last = grid[rows - 1]?.length ?? -1;
  let count = last === columns ? 0 : 1000;
  for (let radius = 1; radius < 4; radius++) {
    for (let y = 0; y < rows; y++) {
      for (let x = radius; x < columns; x++) if (grid[y]![x] !== grid[y]![x - radius]) count += radius;
    }
  }
  return count;
}

import { regionsKernel } from './before.regions.wasm.ts';

/** Sizes of the regions of a grid. */
export function regions(grid: number[][]): number[] {
  const fast = regionsKernel(grid);
  if (fast !== undefined) return fast;
  const height = grid.length;
  const width = grid[0]?.length ?? 0;
  const seen = Array.from({ length: height }, () => new Array<boolean>(width).fill(false));
  const sizes: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (seen[y]![x] || grid[y]![x] === 0) continue;
      const stack: [number, number][] = [[y, x]];
      seen[y]![x] = true;
      let size = 0;
      while (stack.length > 0) {
        const [row, column] = stack.pop()!;
        size++;
        for (const [dy, dx] of [
          [0, 1],
          [1, 0],
          [0, -1],
          [-1, 0],
        ] as const) {
          const [ny, nx] = [row + dy, column + dx];
          if (ny < 0 || nx < 0 || ny >= height || nx >= width || seen[ny]![nx] || grid[ny]![nx] === 0) continue;
          seen[ny]![nx] = true;
          stack.push([ny, nx]);
        }
      }
      sizes.push(size);
    }
  }
  return sizes;
}

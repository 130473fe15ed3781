/** Both missing are equal. */
export function twins(grid: number[][]): number {
  let count = 0;
  for (let y = 0; y < grid.length; y++) {
    for (let x = 0; x < 9; x++) if (grid[y + 1]?.[x] === grid[y - 1]?.[x]) count++;
  }
  return count;
}

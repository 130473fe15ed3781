export function relax(grid: number[][], rounds: number): number[][] {
  for (let round = 0; round < rounds; round++) {
    for (let y = 1; y < grid.length - 1; y++) {
      const row = grid[y]!;
      for (let x = 1; x < row.length - 1; x++) {
        row[x] = (grid[y - 1]![x]! + grid[y + 1]![x]! + row[x - 1]! + row[x + 1]!) / 4;
      }
    }
  }
  return grid;
}

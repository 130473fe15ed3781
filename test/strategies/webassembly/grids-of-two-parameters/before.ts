export function addInto(sum: number[][], grid: readonly number[][], weights: number[], times: number): void {
  for (let t = 0; t < times; t++) {
    for (let y = 0; y < grid.length; y++) {
      for (let x = 0; x < grid[y]!.length; x++) {
        sum[y]![x]! += grid[y]![x]! * weights[x]!;
      }
    }
  }
}

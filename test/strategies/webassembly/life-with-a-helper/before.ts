function neighbours(grid: boolean[][], y: number, x: number): number {
  let count = 0;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      if (dy === 0 && dx === 0) continue;
      const row = (y + dy + grid.length) % grid.length;
      const column = (x + dx + grid[0]!.length) % grid[0]!.length;
      if (grid[row]![column]) count++;
    }
  }
  return count;
}

export function step(grid: boolean[][]): boolean[][] {
  const next: boolean[][] = [];
  for (let y = 0; y < grid.length; y++) {
    const row: boolean[] = [];
    for (let x = 0; x < grid[0]!.length; x++) {
      const alive = neighbours(grid, y, x);
      row.push(alive === 3 || (alive === 2 && grid[y]![x]!));
    }
    next.push(row);
  }
  return next;
}

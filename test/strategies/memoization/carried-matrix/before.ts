type Grid = readonly (readonly number[])[];

/** The cheapest way from the corner to a cell: named twice, once in an argument of the other call. */
export function cost(row: number, grid: Grid, column: number): number {
  const here = grid[row]?.[column];
  if (here === undefined) return Number.POSITIVE_INFINITY;
  if (row === 0 && column === 0) return here;
  const walk = (steps: number): number => steps;
  return walk(here) + Math.min(cost(row - 1, grid, column), cost(row, grid, column - 1), cost(row - 1, grid, Math.max(0, column - 1)));
}

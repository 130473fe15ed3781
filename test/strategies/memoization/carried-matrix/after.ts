type Grid = readonly (readonly number[])[];

/** The cheapest way from the corner to a cell: named twice, once in an argument of the other call. */
export function cost(row: number, grid: Grid, column: number): number {
  // Results of solve by its arguments, which hold for this call of cost only.
  const solveCache: number[][] = [];

  function rememberSolve(row: number, column: number, result: number): number {
    (solveCache[row] ??= [])[column] = result;
    return result;
  }

  const solve = (row: number, column: number): number => {
    const here = grid[row]?.[column];
    if (here === undefined) return Number.POSITIVE_INFINITY;
    if (row === 0 && column === 0) return here;
    const cached = solveCache[row]?.[column];
    if (cached !== undefined) return cached;
    const walk = (steps: number): number => steps;
    return rememberSolve(row, column, walk(here) + Math.min(solve(row - 1, column), solve(row, column - 1), solve(row - 1, Math.max(0, column - 1))));
  };
  return solve(row, column);
}

export class Triangle {
  constructor(private readonly rows: readonly (readonly number[])[]) {}

  private best(row: number, column: number): number {
    // Results of solve by its arguments, which hold for this call of Triangle.best only.
    const solveCache: number[][] = [];

    function rememberSolve(row: number, column: number, result: number): number {
      (solveCache[row] ??= [])[column] = result;
      return result;
    }

    const solve = (row: number, column: number): number => {
      const here = this.rows[row]?.[column];
      if (here === undefined) return 0;
      const cached = solveCache[row]?.[column];
      if (cached !== undefined) return cached;
      return rememberSolve(row, column, here + Math.max(solve(row + 1, column), solve(row + 1, column + 1)));
    };
    return solve(row, column);
  }

  top(): number {
    return this.best(0, 0);
  }
}

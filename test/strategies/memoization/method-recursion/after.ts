export class Grid {
  constructor(readonly cells: number[][], readonly wall: number) {}

  /** In how many ways one comes to a cell. */
  paths(row: number, column: number): number {
    // Results of solve by its arguments, which hold for this call of Grid.paths only.
    const solveCache: number[][] = [];

    function rememberSolve(row: number, column: number, result: number): number {
      (solveCache[row] ??= [])[column] = result;
      return result;
    }

    const solve = (row: number, column: number): number => {
      if (row < 0 || column < 0 || this.cells[row]?.[column] === this.wall) return 0;
      if (row === 0 && column === 0) return 1;
      const cached = solveCache[row]?.[column];
      if (cached !== undefined) return cached;
      return rememberSolve(row, column, again(row - 1, column) + again(row, column - 1));
    };
    // Where another class overrides paths, or an object has one of its own, that is called as before.
    const again = (row: number, column: number): number =>
      this.paths === Grid.prototype.paths ? solve(row, column) : this.paths(row, column);
    return solve(row, column);
  }
}

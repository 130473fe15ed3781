export class Grid {
  constructor(readonly cells: number[][], readonly wall: number) {}

  /** In how many ways one comes to a cell. */
  paths(row: number, column: number): number {
    if (row < 0 || column < 0 || this.cells[row]?.[column] === this.wall) return 0;
    if (row === 0 && column === 0) return 1;
    return this.paths(row - 1, column) + this.paths(row, column - 1);
  }
}

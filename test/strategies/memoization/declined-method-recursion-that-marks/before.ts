export class Islands {
  constructor(readonly cells: number[][]) {}

  size(row: number, column: number): number {
    if (this.cells[row]?.[column] !== 1) return 0;
    this.cells[row][column] = 2;
    return 1 + this.size(row + 1, column) + this.size(row - 1, column) + this.size(row, column + 1);
  }
}

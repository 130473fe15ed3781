export class Triangle {
  constructor(private readonly rows: readonly (readonly number[])[]) {}

  private best(row: number, column: number): number {
    const here = this.rows[row]?.[column];
    if (here === undefined) return 0;
    return here + Math.max(this.best(row + 1, column), this.best(row + 1, column + 1));
  }

  top(): number {
    return this.best(0, 0);
  }
}

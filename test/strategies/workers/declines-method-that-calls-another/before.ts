export class Grid {
  constructor(readonly cells: number[]) {}
  costOf(cell: number): number {
    let cost = 0;
    for (let i = 1; i < 100; i++) cost += Math.sin(cell * i) / i;
    return cost;
  }
  costs(): number[] {
    return this.cells.map((cell) => this.costOf(cell));
  }
}

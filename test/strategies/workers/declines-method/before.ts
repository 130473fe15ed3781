export class Grid {
  constructor(readonly cells: number[]) {}
  sum(): number {
    let sum = 0;
    for (const cell of this.cells) sum += cell;
    return sum;
  }
}

export class Tree {
  constructor(readonly weight: number) {}

  cost(depth: number, width: number): number {
    if (depth <= 0 || width <= 0) return this.weight;
    return this.cost(depth - 1, width) + this.cost(depth, width - 1);
  }
}

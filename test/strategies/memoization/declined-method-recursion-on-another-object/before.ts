export class Node {
  constructor(
    readonly left: Node | undefined,
    readonly right: Node | undefined,
    readonly weight: number,
  ) {}

  sum(depth: number): number {
    if (depth === 0 || this.left === undefined || this.right === undefined) return this.weight;
    return this.left.sum(depth - 1) + this.right.sum(depth - 1) + this.sum(depth - 1);
  }
}

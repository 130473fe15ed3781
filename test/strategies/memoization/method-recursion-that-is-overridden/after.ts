export class Tree {
  constructor(readonly weight: number) {}

  cost(depth: number, width: number): number {
    // Results of solve by its arguments, which hold for this call of Tree.cost only.
    const solveCache: number[][] = [];

    function rememberSolve(depth: number, width: number, result: number): number {
      (solveCache[depth] ??= [])[width] = result;
      return result;
    }

    const solve = (depth: number, width: number): number => {
      if (depth <= 0 || width <= 0) return this.weight;
      const cached = solveCache[depth]?.[width];
      if (cached !== undefined) return cached;
      return rememberSolve(depth, width, again(depth - 1, width) + again(depth, width - 1));
    };
    // Where another class overrides cost, or an object has one of its own, that is called as before.
    const again = (depth: number, width: number): number =>
      this.cost === Tree.prototype.cost ? solve(depth, width) : this.cost(depth, width);
    return solve(depth, width);
  }
}

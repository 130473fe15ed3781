interface House {
  readonly value: number;
  readonly left: House | null;
  readonly right: House | null;
}

/** The most that can be had without two neighbours. */
export function most(house: House | null): number {
  // Results of solve by its argument, which hold for this call of most only.
  const solveCache = new Map<House | null, number>();

  function rememberSolve(house: House | null, result: number): number {
    solveCache.set(house, result);
    return result;
  }

  const solve = (house: House | null): number => {
    if (!house) return 0;
    const cached = solveCache.get(house);
    if (cached !== undefined) return cached;
    let taken = house.value;
    if (house.left) taken += solve(house.left.left) + solve(house.left.right);
    if (house.right) taken += solve(house.right.left) + solve(house.right.right);
    return rememberSolve(house, Math.max(taken, solve(house.left) + solve(house.right)));
  };
  return solve(house);
}

export interface Item {
  readonly weight: number;
  readonly value: number;
}

export const knapsack = (items: readonly Item[], capacity: number): number => {
  // Results of best by its arguments, which hold for this call of knapsack only.
  const bestCache: number[][] = [];

  function rememberBest(index: number, left: number, result: number): number {
    (bestCache[index] ??= [])[left] = result;
    return result;
  }

  const best = (index: number, left: number): number => {
    const item = items[index];
    if (item === undefined) return 0;
    const cached = bestCache[index]?.[left];
    if (cached !== undefined) return cached;
    const without = best(index + 1, left);
    if (item.weight > left) return rememberBest(index, left, without);
    return rememberBest(index, left, Math.max(without, item.value + best(index + 1, left - item.weight)));
  };
  return best(0, capacity);
};

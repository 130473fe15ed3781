export interface Item {
  readonly weight: number;
  readonly value: number;
}

export const knapsack = (items: readonly Item[], capacity: number): number => {
  const best = (index: number, left: number): number => {
    const item = items[index];
    if (item === undefined) return 0;
    const without = best(index + 1, left);
    if (item.weight > left) return without;
    return Math.max(without, item.value + best(index + 1, left - item.weight));
  };
  return best(0, capacity);
};

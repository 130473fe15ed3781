export function best(weights: readonly number[], values: readonly number[], capacity: number): number {
  const from = (i: number, left: number): number => {
    if (i === weights.length) return 0;
    const without = from(i + 1, left);
    if (weights[i]! > left) return without;
    return Math.max(without, values[i]! + from(i + 1, left - weights[i]!));
  };
  // Only later items and smaller amounts are asked for: from the last item to the first, a row has the results for each amount.
  if (
    Number.isInteger(capacity) &&
    capacity > 0 &&
    capacity <= 1_000_000 &&
    [...weights].every((item) => Number.isInteger(item) && item >= 0)
  ) {
    let below = new Array<number>(capacity + 1).fill(0);
    for (let i = weights.length - 1; i >= 0; i--) {
      const row: number[] = [];
      for (let left = 0; left <= capacity; left++) {
        const without = below[left]!;
        row[left] =
          weights[i]! > left ? without
            : Math.max(without, values[i]! + below[left - weights[i]!]!);
      }
      below = row;
    }
    return below[capacity]!;
  }
  return from(0, capacity);
}

export function best(weights: readonly number[], values: readonly number[], capacity: number): number {
  const from = (i: number, left: number): number => {
    if (i === weights.length) return 0;
    const without = from(i + 1, left);
    if (weights[i]! > left) return without;
    return Math.max(without, values[i]! + from(i + 1, left - weights[i]!));
  };
  return from(0, capacity);
}

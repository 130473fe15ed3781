export function knapsack(weights: number[], values: number[], capacity: number): number {
  const best = new Array(weights.length + 1).fill(0).map(() => new Array(capacity + 1).fill(0));
  for (let i = 1; i < best.length; i++) {
    for (let room = 0; room < best[i]!.length; room++) {
      const without = best[i - 1]![room];
      best[i]![room] = without;
      const weight = weights[i - 1]!;
      if (weight <= room) best[i]![room] = Math.max(without, best[i - 1]![room - weight] + values[i - 1]!);
    }
  }
  return best[weights.length]![capacity];
}

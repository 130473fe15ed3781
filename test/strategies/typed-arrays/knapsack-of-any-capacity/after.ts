/** The best value of items that fit, each taken at most once. */
export function knapsack(weights: number[], values: number[], capacity: number): number {
  // Stays a plain array where capacity is no whole number: indices made from it are none either.
  const best = capacity >= 0 && capacity === (capacity | 0)
    ? new Float64Array(capacity + 1)
    : new Array<number>(capacity + 1).fill(0);
  for (let k = 0; k < weights.length; k++) {
    const weight = weights[k];
    for (let room = capacity; room >= 0; room--) {
      if (weight <= room) best[room] = Math.max(best[room]!, best[room - weight]! + values[k]!);
    }
  }
  return best[capacity]!;
}

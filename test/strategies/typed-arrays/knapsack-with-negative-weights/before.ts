export function knapsack(weights: number[], values: number[], capacity: number): number {
  const best = new Array(capacity + 1).fill(0);
  for (let k = 0; k < weights.length; k++) {
    for (let w = capacity; w >= weights[k]; w--) {
      best[w] = Math.max(best[w], best[w - weights[k]] + values[k]);
    }
  }
  return best[capacity];
}

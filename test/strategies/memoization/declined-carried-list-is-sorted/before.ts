/** The list is another one from level to level, though it has one name. */
export function most(left: number, weights: number[]): number {
  weights.sort((a, b) => a - b);
  let best = 0;
  for (const weight of weights) if (weight <= left) best = Math.max(best, weight + most(left - weight, weights));
  return best;
}

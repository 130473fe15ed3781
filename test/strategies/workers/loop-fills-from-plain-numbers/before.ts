/** The smoothed root of each value, and what its neighbours have. */
export function roots(values: number[], weights: readonly number[], rounds: number): Float64Array {
  const out = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    let root = values[i]!;
    for (let k = 0; k < rounds; k++) root = root - (root * root - values[i]!) / (1 + root * root);
    out[i] = root + weights.length * (weights[i + 1] ?? 0);
  }
  return out;
}

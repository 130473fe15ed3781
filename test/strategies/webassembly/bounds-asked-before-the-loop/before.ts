/** Weighted differences of neighbours `lag` apart, up to a limit that may be any number; the weights change on the way. */
export function variation(values: readonly number[], weights: Float64Array, lag: number, limit: number): number {
  let sum = 0;
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < limit; i++) {
      sum += (values[i + lag]! - values[i]!) * weights[i]!;
      if (sum > 100) weights[i + 1] = sum;
    }
    for (let i = 1; i <= limit - 1; i++) {
      if (values[i - 1]! < 0) continue;
      weights[i] = weights[i - 1]! + values[round]!;
    }
  }
  return sum;
}

/** The middle one of each sample and its neighbours. */
export function smoothed(signal: Float64Array, weights: Float64Array, reach: number): Float64Array {
  return signal.map((_, i) => {
    const near = Array.from(signal.subarray(Math.max(0, i - reach), i + reach + 1));
    near.sort((a, b) => a - b);
    return near[Math.floor(near.length / 2)]! * (weights[i % weights.length] ?? 1);
  });
}

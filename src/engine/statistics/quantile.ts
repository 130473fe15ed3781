// Quantiles of plain numbers. Method: type 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50
// (1996), the default of R and NumPy: linear between order statistics, exact at the minimum and the maximum.

/** `fraction` in 0..1. Throws on an empty list: a quantile of nothing is a mistake of ours. */
export function quantile(values: readonly number[], fraction: number): number {
  if (values.length === 0) throw new Error('a quantile needs at least one value');
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * Math.min(1, Math.max(0, fraction));
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (high - low) * (position - below);
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

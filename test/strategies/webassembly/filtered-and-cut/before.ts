/** The mean of the numbers around each place that are no outliers. */
export function smoothed(values: number[], width: number, limit: number): number[] {
  const kept = values.filter((value) => Math.abs(value) <= limit);
  const result: number[] = [];
  for (let i = 0; i < kept.length; i++) {
    const near = kept.slice(i - width, i + width);
    const sum = near.reduce((total, value) => total + value, 0);
    result.push(near.length === 0 ? kept.slice(-width).length : sum / near.length);
    if (Math.max(...kept.slice(i)) < 0) break;
  }
  return result.every((value) => value === 0) ? values.filter((_, i) => i % 2 === 0) : result;
}

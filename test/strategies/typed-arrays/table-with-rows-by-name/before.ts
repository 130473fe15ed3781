export function correlation(series: number[][], weights: number[]): number {
  const count = series.length;
  const width = weights.length;
  let best = -Infinity;
  for (let i = 0; i < count; i++) {
    const left = series[i]!;
    for (let j = 0; j < i; j++) {
      const right = series[j]!;
      let sum = 0;
      for (let k = 0; k < right.length; k++) sum += left[k]! * right[k]!;
      if (sum > best) best = sum;
    }
  }
  return best / width;
}

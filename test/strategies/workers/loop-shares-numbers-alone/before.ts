/** What comes of every value with all weights. */
export function weighed(values: readonly number[], weights: readonly number[]): number[] {
  const out: number[] = [];
  for (let i = 0; i < values.length; i++) {
    let sum = values[i]!;
    for (let j = 0; j < weights.length; j++) sum = sum + values[i]! * weights[j]!;
    out.push(sum);
  }
  return out;
}

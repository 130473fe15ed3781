export function longestRise(values: number[]): number {
  const n = values.length;
  const rises: number[] = [];
  for (let i = 0; i < n; i++) {
    if (i > 0 && values[i]! > values[i - 1]!) rises.push(rises[i - 1]! + 1);
  }
  return rises.length;
}

export function pairsWithinReach(values: number[], reach: number): number {
  const weights: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const before = i > 0 ? weights[i - 1]! : 0;
    weights.push(before * 0.5 + values[i]!);
  }
  let count = 0;
  for (let i = 0; i < weights.length; i++) {
    for (let j = 0; j < i; j++) {
      if (Math.abs(weights[i]! - weights[j]!) < reach) count++;
    }
  }
  return count;
}

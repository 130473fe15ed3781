export function gaps(values: number[], rounds: number): number {
  const n = values.length;
  const gap = new Array<number>(n);
  for (let i = 0; i < n - 1; i++) gap[i] = values[i + 1]! - values[i]!;
  let sum = 0;
  for (let r = 0; r < rounds; r++) for (let i = 0; i < n; i++) if (gap[i] === 0) sum++;
  return sum;
}

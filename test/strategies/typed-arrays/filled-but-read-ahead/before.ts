export function nextOnes(values: number[], rounds: number): number {
  const n = values.length;
  const best = new Array<number>(n);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    best[i] = values[i]!;
    for (let j = 0; j < n; j++) if (best[j]! > values[i]!) sum++;
  }
  return sum * rounds;
}

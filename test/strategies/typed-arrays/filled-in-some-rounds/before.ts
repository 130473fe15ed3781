export function knownOnes(values: number[], rounds: number): number {
  const known = new Array<number>(values.length);
  for (let i = 0; i < values.length; i++) {
    if (values[i]! < 0) continue;
    known[i] = values[i]!;
  }
  let sum = 0;
  for (let r = 0; r < rounds; r++) for (let i = 0; i < known.length; i++) sum += known[i]!;
  return sum;
}

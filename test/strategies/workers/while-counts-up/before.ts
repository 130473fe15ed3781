function settle(value: number): number {
  if (value > 1000) throw new RangeError(`Too large: ${value}`);
  let settled = value;
  for (let round = 0; round < 100; round++) settled = Math.cos(settled * 1.5);
  return settled;
}

export function settleInTurn(values: number[]): number[] {
  const settled: number[] = [];
  let i = 0; // from the first on
  while (i < values.length) {
    const value = values[i] ?? 0;
    settled.push(settle(value)); // in order
    // the next one
    i++;
  }
  return settled;
}

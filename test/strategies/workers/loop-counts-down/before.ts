function settle(value: number): number {
  if (value > 1000) throw new RangeError(`Too large: ${value}`);
  let settled = value;
  for (let round = 0; round < 100; round++) settled = Math.cos(settled * 1.5);
  return settled;
}

/** The last one first. */
export function settledBackwards(values: readonly number[]): string[] {
  const settled: string[] = [];
  for (let i = values.length - 1; i >= 0; i--) {
    const value = values[i];
    if (value === undefined) continue;
    settled.push(`${i}: ${settle(value)}`);
  }
  return settled;
}

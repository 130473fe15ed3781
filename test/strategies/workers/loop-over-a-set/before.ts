function settle(value: number): number {
  let settled = value;
  for (let round = 0; round < 100; round++) settled = Math.cos(settled * 1.5);
  return settled;
}

/** The values once each, settled, largest distance last seen. */
export function settledOf(values: ReadonlySet<number>): { settled: number[]; farthest: number } {
  const settled: number[] = [];
  let farthest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    const end = settle(value);
    settled.push(end);
    farthest = Math.max(farthest, Math.abs(end - value));
  }
  return { settled, farthest };
}

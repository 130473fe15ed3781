function settle(value: number): number {
  let settled = value;
  for (let round = 0; round < 100; round++) settled = Math.cos(settled * 1.5);
  return settled;
}

export function settledByName(values: Record<string, number>): Record<string, number> {
  const settled: Record<string, number> = {};
  for (const [name, value] of Object.entries(values)) settled[name] = settle(value);
  return settled;
}

function settle(value: number, _at?: number): string {
  let settled = value;
  for (let round = 0; round < 100; round++) settled = Math.cos(settled);
  return settled.toFixed(3);
}

/** What each of them comes to. */
export function settled(values: ReadonlySet<number>, isShort: boolean): string[] {
  if (isShort) return [String(values.size)];
  return Array.from(values, settle);
}

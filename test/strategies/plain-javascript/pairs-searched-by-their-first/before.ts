export function sumFor(keys: string[], rows: [string, number][]) {
  const totals: number[] = [];
  for (const key of keys) totals.push(rows.filter(([k]) => k === key).reduce((s, [, v]) => s + v, 0));
  return totals;
}

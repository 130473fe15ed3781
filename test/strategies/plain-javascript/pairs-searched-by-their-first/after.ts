export function sumFor(keys: string[], rows: [string, number][]) {
  const totals: number[] = [];
  const rowsByFirst = new Map<string, Array<[string, number]>>();
  rows.forEach((row) => {
    const group = rowsByFirst.get(row[0]);
    if (group === undefined) rowsByFirst.set(row[0], [row]);
    else group.push(row);
  });
  for (const key of keys) totals.push((rowsByFirst.get(key) ?? []).reduce((s, [, v]) => s + v, 0));
  return totals;
}

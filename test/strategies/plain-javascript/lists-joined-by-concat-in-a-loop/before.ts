export function joined(rows: number[][], limit: number): number[] {
  let all: number[] = [0];
  for (const row of rows)
    if (all.length < limit) all = all.concat(row);
    else all = row.length > 1 ? all.concat(row[0] ?? 0, -1) : all;
  return all;
}

export function countByName(rows: { name: string; count: number }[]): Record<string, number> {
  const all = {} as Record<string, number>;
  for (let i = 0; i < rows.length; i++) {
    if (!(i in rows)) continue; // reduce skips holes
    const row = rows[i]!;
    all[row.name] = row.count;
  }
  return all;
}

export function deletions(a: string, b: string): number {
  const rows = a.length + 1, columns = b.length + 1;
  const table: number[][] = Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0));
  for (let i = 1; i < rows; i++) {
    const row = table[i];
    const above = table[i - 1];
    for (let j = 1; j < row.length; j++) {
      row[j] = a[i - 1] === b[j - 1] ? above[j - 1] + 1 : Math.max(above[j], row[j - 1]);
    }
  }
  return a.length + b.length - 2 * table[table.length - 1][columns - 1];
}

export function sums(rows: number[][]): number {
  const total = rows.reduce((all, row) => {
    for (const total of row) all += total;
    return all;
  }, 0);
  return total;
}

export function table(n: number): number[][] {
  const rows: number[][] = [];
  for (let i = 0; i < n; i++) rows.push([i, i * i]);
  return rows;
}

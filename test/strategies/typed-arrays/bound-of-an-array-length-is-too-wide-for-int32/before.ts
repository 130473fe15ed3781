export function distance(a: number[], b: number[]): number {
  const table: number[][] = Array.from({ length: 2 }, () => new Array(b.length + 1).fill(0));
  const row: number[] = new Array(b.length + 1).fill(0);
  for (let i = 1; i <= a.length; i++) {
    if (i < 5) row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(row[j] + 1, row[j - 1] + 1 + i);
      table[1][j] = row[j];
    }
  }
  return row[b.length] + table[1][b.length];
}

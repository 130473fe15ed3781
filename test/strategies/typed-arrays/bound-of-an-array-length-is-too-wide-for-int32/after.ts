export function distance(a: number[], b: number[]): number {
  const width = b.length + 1;
  const table = new Float64Array(2 * width);
  const row = new Float64Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    if (i < 5) row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(row[j] + 1, row[j - 1] + 1 + i);
      table[width + j] = row[j];
    }
  }
  return row[b.length] + table[width + b.length];
}

export function deletions(a: string, b: string): number {
  const rows = a.length + 1, columns = b.length + 1;
  const table = new Int32Array(rows * columns);
  for (let i = 1; i < rows; i++) {
    const row = i * columns;
    const above = (i - 1) * columns;
    for (let j = 1; j < columns; j++) {
      table[row + j] = a[i - 1] === b[j - 1] ? table[above + j - 1] + 1 : Math.max(table[above + j], table[row + j - 1]);
    }
  }
  return a.length + b.length - 2 * table[(rows - 1) * columns + columns - 1];
}

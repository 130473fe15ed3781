/** Ways from the top left to the bottom right of a grid, right and down only. */
export function gridPaths(rows: number, columns: number): number {
  if (rows === 0 || columns === 0) return 1;
  // Only the results above and to the left are asked for: one row is made over and over, from left to right.
  if (Number.isInteger(rows) && rows > 0 && Number.isInteger(columns) && columns > 0 && (rows + 1) * (columns + 1) <= 1_000_000) {
    const row = new Array<number>(columns + 1).fill(1);
    for (let i = 1; i <= rows; i++) {
      for (let j = 1; j <= columns; j++) {
        row[j] = row[j]! + row[j - 1]!;
      }
    }
    return row[columns]!;
  }
  return gridPaths(rows - 1, columns) + gridPaths(rows, columns - 1);
}

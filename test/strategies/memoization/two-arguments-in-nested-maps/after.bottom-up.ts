/** Ways from the top left to the bottom right of a grid, right and down only. */
export function gridPaths(rows: number, columns: number): number {
  if (rows === 0 || columns === 0) return 1;
  // Only smaller whole numbers are asked for: a row is made from the one before it.
  if (Number.isInteger(rows) && rows > 0 && Number.isInteger(columns) && columns > 0 && (rows + 1) * (columns + 1) <= 1_000_000) {
    let above: number[] = [];
    for (let i = 0; i <= rows; i++) {
      const row: number[] = [];
      for (let j = 0; j <= columns; j++) {
        row.push(i === 0 || j === 0 ? 1 : above[j]! + row[j - 1]!);
      }
      above = row;
    }
    return above[columns]!;
  }
  return gridPaths(rows - 1, columns) + gridPaths(rows, columns - 1);
}

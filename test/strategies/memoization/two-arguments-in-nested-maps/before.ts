/** Ways from the top left to the bottom right of a grid, right and down only. */
export function gridPaths(rows: number, columns: number): number {
  if (rows === 0 || columns === 0) return 1;
  return gridPaths(rows - 1, columns) + gridPaths(rows, columns - 1);
}

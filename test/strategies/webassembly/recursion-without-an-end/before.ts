/** Counts the ways; of what is no number there is no end. */
export function paths(rows: number, columns: number): number {
  if (rows === 0 || columns === 0) return 1;
  return paths(rows - 1, columns) + paths(rows, columns - 1);
}

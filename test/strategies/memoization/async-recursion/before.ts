export async function paths(rows: number, columns: number): Promise<number> {
  if (rows === 0 || columns === 0) return 1;
  return (await paths(rows - 1, columns)) + (await paths(rows, columns - 1));
}

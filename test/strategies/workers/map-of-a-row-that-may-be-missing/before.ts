export function transpose(table: readonly (readonly number[])[]): number[][] {
  return table[0]!.map((_, column) => table.map((row) => Math.sqrt(row[column]!)));
}

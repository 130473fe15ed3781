export function large(rows: readonly number[][], least: number): number[] {
  const all: number[] = [];
  for (const row of rows) {
    for (const item of row.filter((cell) => cell >= least)) all.push(item);
  }
  return all;
}

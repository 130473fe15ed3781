export function large(rows: readonly number[][], least: number): number[] {
  let all: number[] = [];
  for (const row of rows) {
    all = all.concat(row.filter((cell) => cell >= least));
  }
  return all;
}

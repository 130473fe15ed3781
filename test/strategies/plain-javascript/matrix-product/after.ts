export function matmul(a: number[][], b: number[][]): number[][] {
  const rows = a.length;
  const inner = b.length;
  const columns = b[0]!.length;
  const result = new Array<number[]>(rows);
  for (let i = 0; i < rows; i++) {
    const row = new Array<number>(columns).fill(0);
    // Row by row through b; each sum is added up in the same order as before.
    for (let k = 0; k < inner; k++) {
      const factor = a[i]![k]!;
      const bRow = b[k]!;
      for (let j = 0; j < columns; j++) row[j]! += factor * bRow[j]!;
    }
    result[i] = row;
  }
  return result;
}

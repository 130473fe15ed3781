export function partial(a: number[][], b: number[][], rows: number): number[][] {
  const columns = b[0]!.length;
  const inner = b.length;
  const result: number[][] = [];
  for (let i = 0; i < rows; i++) {
    const row = new Array<number>(columns);
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) sum += a[i]![k]! * b[k]![j]!;
      row[j] = sum;
    }
    result.push(row);
  }
  return result;
}

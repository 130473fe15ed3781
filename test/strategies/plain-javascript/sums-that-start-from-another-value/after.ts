export function shifted(a: number[][], b: number[][]): number[][] {
  const result = new Array<number[]>(a.length);
  for (let i = 0; i < a.length; i++) {
    const row = new Array<number>(b.length);
    for (let j = 0; j < b.length; j++) {
      let sum = i;
      for (let k = 0; k < b.length; k++) sum += a[i]![k]! * b[k]![j]!;
      row[j] = sum;
    }
    result[i] = row;
  }
  return result;
}

export function matmul(a: number[][], b: number[][]): number[][] {
  const result: number[][] = [];
  for (const row of a) {
    const out: number[] = [];
    for (let j = 0; j < (b[0]?.length ?? 0); j++) {
      let sum = 0;
      for (let k = 0; k < b.length; k++) sum += (row[k] ?? 0) * (b[k]?.[j] ?? 0);
      out.push(sum);
    }
    result.push(out);
  }
  return result;
}

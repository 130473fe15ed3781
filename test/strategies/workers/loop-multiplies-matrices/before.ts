export function matmul(a: number[][], b: number[][], n: number): number[][] {
  const c = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += a[i]![k]! * b[k]![j]!;
      c[i]![j] = sum;
    }
  }
  return c;
}

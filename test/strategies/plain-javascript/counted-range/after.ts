export function tableOfSines(n: number): number[] {
  const count = Math.max(0, Math.trunc(n) || 0);
  const result = new Array<number>(count);
  for (let i = 0; i < count; i++) {
    result[i] = Math.sin((2 * Math.PI * i) / n);
  }
  return result;
}

export function tableOfSines(n: number): number[] {
  return Array.from({ length: n }, (_, i) => Math.sin((2 * Math.PI * i) / n));
}

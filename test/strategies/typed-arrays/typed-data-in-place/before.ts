/** y becomes a * x + y. */
export function addScaled(a: number, x: number[], y: number[]): void {
  for (let i = 0; i < y.length; i++) y[i] = y[i]! + a * (x[i] ?? 0);
}

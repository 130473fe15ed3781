/** y becomes a * x + y. */
export function addScaled(a: number, x: number[], y: number[]): void {
  for (let i = 0; i < y.length; i++) y[i] = y[i]! + a * (x[i] ?? 0);
}

/** `addScaled` for numbers in typed arrays. */
export function addScaledTyped(a: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < y.length; i++) y[i] = y[i]! + a * (x[i] ?? 0);
}

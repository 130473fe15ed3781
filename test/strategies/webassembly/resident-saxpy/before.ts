/** Adds `a` times each element of `x` to that of `y`. */
export function saxpy(a: number, x: readonly number[], y: number[]): void {
  for (let i = 0; i < x.length; i++) y[i] = a * x[i]! + y[i]!;
}

export function drift(positions: number[], speeds: number[], seconds: number): void {
  saxpy(seconds, speeds, positions);
}

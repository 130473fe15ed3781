export function energy(values: number[], limit: number): number {
  let loud = 0;
  for (let i = 0; i < values.length; i++) {
    if (!(i in values)) continue; // filter skips holes
    const x = values[i]!;
    if (!(Math.abs(x) > limit)) continue;
    const b = x * x;
    loud += b;
  }
  return Math.sqrt(loud);
}

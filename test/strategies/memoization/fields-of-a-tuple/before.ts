/** Lattice points on the way from one corner to the other. */
export function crossings(corner: readonly [number, number], limits: number[]): number {
  let count = 0;
  for (let i = 1; i < corner[0]; i++) if ((i * corner[1]) % corner[0] === 0) count++;
  return Math.min(count, limits[0] ?? 5);
}

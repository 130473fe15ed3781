export function farthest(values: readonly number[], more: readonly number[], least: number): number {
  let worst = -1;
  for (const a of values) {
    for (const b of more) {
      const spread = Math.abs(Math.sin(a) - Math.sin(b)) * least;
      worst = Math.max(worst, spread);
    }
  }
  return worst;
}

/** Every element of one array gets the weighted sum of the other one. */
export function spread(to: number[], from: number[]): number {
  for (let i = 0; i < to.length; i++) {
    for (let j = 0; j < from.length; j++) to[i] += from[j] / (i + j + 1);
  }
  return to.length;
}

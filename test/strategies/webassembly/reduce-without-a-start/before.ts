/** How far apart the largest sum of three neighbours and the smallest are. */
export function spread(values: number[], rounds: number): number {
  let found = 0;
  for (let round = 0; round < rounds; round++) {
    const sums = values.slice(0, -2).map((value, i) => value + values[i + 1]! + values[i + 2]!);
    const most = sums.reduce((a, b) => (b > a ? b : a));
    const least = sums.reduce((a, b, i) => (i % 2 === round % 2 || a < b ? a : b));
    found += (most - least) * values.findIndex((value) => value > round);
  }
  return found;
}

function distance(p: readonly number[], q: readonly number[]): number {
  let sum = 0;
  for (let d = 0; d < p.length; d++) sum += (p[d]! - q[d]!) ** 2;
  return Math.sqrt(sum);
}

export function pairwiseDistances(points: number[][]): number[][] {
  const distances: number[][] = new Array(points.length);
  for (let i = 0; i < points.length; i++) {
    distances[i] = new Array(points.length);
    for (let j = 0; j < points.length; j++) distances[i]![j] = distance(points[i]!, points[j]!);
  }
  return distances;
}

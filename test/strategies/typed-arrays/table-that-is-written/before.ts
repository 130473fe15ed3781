export function shortestPaths(distance: number[][]): number[][] {
  const n = distance.length;
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const through = distance[i]![k]! + distance[k]![j]!;
        if (through < distance[i]![j]!) distance[i]![j] = through;
      }
    }
  }
  return distance;
}

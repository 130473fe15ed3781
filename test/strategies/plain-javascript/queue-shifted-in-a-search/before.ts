export function distancesFrom(start: number, edges: number[][]): number[] {
  const distance = new Array<number>(edges.length).fill(-1);
  const queue = [start];
  distance[start] = 0;
  while (queue.length > 0) {
    const node = queue.shift()!;
    for (const next of edges[node] ?? []) {
      if (distance[next] !== -1) continue;
      distance[next] = distance[node]! + 1;
      queue.push(next);
    }
  }
  return distance;
}

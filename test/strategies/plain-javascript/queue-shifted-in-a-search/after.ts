export function distancesFrom(start: number, edges: number[][]): number[] {
  const distance = new Array<number>(edges.length).fill(-1);
  const queue = [start];
  let head = 0;
  distance[start] = 0;
  while (head < queue.length) {
    const node = queue[head++]!;
    for (const next of edges[node] ?? []) {
      if (distance[next] !== -1) continue;
      distance[next] = distance[node]! + 1;
      queue.push(next);
    }
  }
  return distance;
}

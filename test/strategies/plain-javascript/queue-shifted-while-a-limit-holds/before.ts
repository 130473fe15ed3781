export function visited(edges: number[][], start: number, limit: number): number[] {
  const order: number[] = [];
  const queue: number[] = [start];
  let steps = 0;
  while (queue.length && steps < limit) {
    const node = queue.shift()!;
    steps++;
    order.push(node);
    for (const next of edges[node] ?? []) queue.push(next);
  }
  return order;
}

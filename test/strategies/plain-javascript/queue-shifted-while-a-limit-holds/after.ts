export function visited(edges: number[][], start: number, limit: number): number[] {
  const order: number[] = [];
  const queue: number[] = [start];
  let head = 0;
  let steps = 0;
  while (head < queue.length && steps < limit) {
    const node = queue[head++]!;
    steps++;
    order.push(node);
    for (const next of edges[node] ?? []) queue.push(next);
  }
  return order;
}

export function countComponents(edges: [number, number][], from: number[]): number {
  const visited = Array.from({ length: from.length }, () => false);
  let components = 0;
  for (let start = 0; start < from.length; start++) {
    if (visited[start]) continue;
    components += 1;
    let node = start;
    while (!visited[node]) {
      if (node < 0 || node >= visited.length || !Number.isInteger(node)) break;
      visited[node] = true;
      node = from[node];
    }
  }
  return components + edges.length;
}

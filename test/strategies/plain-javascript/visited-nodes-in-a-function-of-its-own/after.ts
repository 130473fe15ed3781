export function visit(graph: Record<string, string[]>, start: string) {
  const visited: string[] = [];
  const visitedSet = new Set<string>();
  function go(node: string) {
    if (visitedSet.has(node)) return;
    visited.push(node);
    visitedSet.add(node);
    for (const next of graph[node] ?? []) go(next);
  }
  go(start);
  return visited;
}

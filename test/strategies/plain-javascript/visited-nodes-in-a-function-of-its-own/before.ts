export function visit(graph: Record<string, string[]>, start: string) {
  const visited: string[] = [];
  function go(node: string) {
    if (visited.includes(node)) return;
    visited.push(node);
    for (const next of graph[node] ?? []) go(next);
  }
  go(start);
  return visited;
}

export interface Node {
  id: number;
}

export function position(nodes: Node[], wanted: Node): number {
  for (let i = 0; i < nodes.length; i++) if (nodes[i] === wanted) return i;
  return nodes.indexOf(wanted);
}

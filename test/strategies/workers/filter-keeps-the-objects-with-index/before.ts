export interface Node {
  weight: number;
  next?: Node;
}

function depthOf(node: Node): number {
  let depth = 0;
  for (let at: Node | undefined = node; at !== undefined && depth < 100; at = at.next) depth += at.weight;
  return depth;
}

export const heavy = (nodes: Node[]): Node[] => nodes.filter((node, index) => depthOf(node) > index);

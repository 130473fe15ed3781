interface Tree {
  readonly value: number;
  readonly left: Tree;
  readonly right: Tree;
}

export function largest(tree: Tree, depth: number): number {
  if (depth === 0) return tree.value;
  return Math.max(tree.value, largest(tree.left, depth - 1), largest(tree.right, depth - 1));
}

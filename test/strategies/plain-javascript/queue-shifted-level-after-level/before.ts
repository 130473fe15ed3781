interface Tree {
  readonly value: number;
  readonly left?: Tree;
  readonly right?: Tree;
}

export function levels(root: Tree): number[][] {
  const result: number[][] = [];
  const queue: Tree[] = [root];
  while (queue.length > 0) {
    const size = queue.length;
    let sum = 0;
    for (let i = 0; i < size; i++) {
      const tree = queue.shift()!;
      sum += tree.value;
      if (tree.left) queue.push(tree.left);
      tree.right && queue.push(tree.right);
    }
    result.push([size, sum, queue.length]);
  }
  return result;
}

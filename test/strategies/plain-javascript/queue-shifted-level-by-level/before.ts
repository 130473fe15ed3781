interface Tree {
  readonly value: number;
  readonly children: readonly Tree[];
}

export function levels(root: Tree): number[][] {
  const result: number[][] = [];
  const queue: Tree[] = [root];
  for (; queue.length && result.length < 5; ) {
    const count = queue.length;
    const level: number[] = [];
    const waiting: Tree[] = [];
    waiting.push(root);
    while (level.length < count && waiting.length !== 0) {
      const tree = waiting.shift();
      if (tree === undefined) break;
      level.push(tree.value + queue.length);
      for (const child of tree.children) waiting.push(child);
    }
    const first = queue.shift();
    for (const child of first?.children ?? []) queue.push(child);
    result.push(level);
  }
  return result;
}

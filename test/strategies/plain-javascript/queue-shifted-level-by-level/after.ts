interface Tree {
  readonly value: number;
  readonly children: readonly Tree[];
}

export function levels(root: Tree): number[][] {
  const result: number[][] = [];
  const queue: Tree[] = [root];
  let head = 0;
  for (; head < queue.length && result.length < 5; ) {
    const count = queue.length - head;
    const level: number[] = [];
    const waiting: Tree[] = [];
    let head2 = 0;
    waiting.push(root);
    while (level.length < count && head2 < waiting.length) {
      const tree = waiting[head2++];
      if (tree === undefined) break;
      level.push(tree.value + (queue.length - head));
      for (const child of tree.children) waiting.push(child);
    }
    const first = queue[head++];
    for (const child of first?.children ?? []) queue.push(child);
    result.push(level);
  }
  return result;
}

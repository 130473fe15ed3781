interface Branch {
  readonly fruit: number;
  readonly left: Branch | null;
  readonly right: Branch | null;
}

/** The most fruit from so many branches of a tree. */
export const mostFruit = (tree: Branch | null, branches: number): number => {
  const take = (branch: Branch | null, left: number): number => {
    if (branch === null || left === 0) return 0;
    let most = 0;
    for (let i = 0; i < left; i++) {
      most = Math.max(most, branch.fruit + take(branch.left, i) + take(branch.right, left - 1 - i));
    }
    return most;
  };
  return take(tree, branches);
};

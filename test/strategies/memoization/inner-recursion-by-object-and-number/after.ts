interface Branch {
  readonly fruit: number;
  readonly left: Branch | null;
  readonly right: Branch | null;
}

/** The most fruit from so many branches of a tree. */
export const mostFruit = (tree: Branch | null, branches: number): number => {
  // Results of take by its arguments, which hold for this call of mostFruit only.
  const takeCache = new Map<Branch | null, Map<number, number>>();

  function rememberTake(branch: Branch | null, left: number, result: number): number {
    let byBranch = takeCache.get(branch);
    if (byBranch === undefined) {
      byBranch = new Map();
      takeCache.set(branch, byBranch);
    }
    byBranch.set(left, result);
    return result;
  }

  const take = (branch: Branch | null, left: number): number => {
    if (branch === null || left === 0) return 0;
    const cached = takeCache.get(branch)?.get(left);
    if (cached !== undefined) return cached;
    let most = 0;
    for (let i = 0; i < left; i++) {
      most = Math.max(most, branch.fruit + take(branch.left, i) + take(branch.right, left - 1 - i));
    }
    return rememberTake(branch, left, most);
  };
  return take(tree, branches);
};

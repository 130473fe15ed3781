interface Task {
  readonly cost: number;
  readonly needs: Task[];
}

/** How long it takes when what is needed is done at the same time. */
export function criticalPath(task: Task): number {
  // Results of solve by its argument, which hold for this call of criticalPath only.
  const solveCache = new Map<Task, number>();

  function rememberSolve(task: Task, result: number): number {
    solveCache.set(task, result);
    return result;
  }

  const solve = (task: Task): number => {
    const cached = solveCache.get(task);
    if (cached !== undefined) return cached;
    let longest = 0;
    for (const need of task.needs) longest = Math.max(longest, solve(need));
    return rememberSolve(task, longest + task.cost);
  };
  return solve(task);
}

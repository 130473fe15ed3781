interface Task {
  readonly cost: number;
  readonly needs: Task[];
}

/** How long it takes when what is needed is done at the same time. */
export function criticalPath(task: Task): number {
  let longest = 0;
  for (const need of task.needs) longest = Math.max(longest, criticalPath(need));
  return longest + task.cost;
}

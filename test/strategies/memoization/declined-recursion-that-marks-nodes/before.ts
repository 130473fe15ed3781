interface Task {
  cost: number;
  readonly needs: Task[];
}

/** What was counted once costs nothing by the next time. */
export function costOnce(task: Task): number {
  let total = task.cost;
  task.cost = 0;
  for (const need of task.needs) total += costOnce(need);
  return total;
}

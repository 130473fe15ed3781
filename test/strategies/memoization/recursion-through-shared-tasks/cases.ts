interface Task {
  cost: number;
  needs: Task[];
}

const diamonds = (depth: number): Task => {
  let task: Task = { cost: 1, needs: [] };
  for (let i = 0; i < depth; i++) {
    const [left, right]: [Task, Task] = [
      { cost: i, needs: [task] },
      { cost: 2, needs: [task] },
    ];
    task = { cost: 1, needs: [left, right, left] };
  }
  return task;
};

/** Two roots over the same task. */
const shared: Task = { cost: -0, needs: [] };

export default {
  calls: () => [
    [diamonds(9)],
    [{ cost: -0, needs: [] }],
    [{ cost: 5, needs: [shared, shared] }],
    [{ cost: 6, needs: [shared] }],
    [{ cost: 1, needs: [null] }],
    [diamonds(9)],
  ],
};

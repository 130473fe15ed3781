interface Task {
  readonly title: string;
  readonly due?: Date;
}

export function copied(tasks: readonly Task[]): Task[] {
  return JSON.parse(JSON.stringify(tasks)) as Task[];
}

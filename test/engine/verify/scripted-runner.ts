// A runner that answers compare tasks from a function, and keeps what it was asked.
import type { CompareTask, Task, TaskOutcome } from '../../../src/engine/process/protocol.ts';
import type { VariantRunner } from '../../../src/engine/process/variant-runner.ts';
import type { VariantBundle } from '../../../src/model/variant.ts';

export interface ScriptedRunner extends VariantRunner {
  readonly tasks: readonly CompareTask[];
}

export function scriptedRunner(
  answer: (task: CompareTask, index: number) => TaskOutcome<'compare'> | Promise<TaskOutcome<'compare'>>,
): ScriptedRunner {
  const tasks: CompareTask[] = [];
  return {
    tasks,
    async run<T extends Task>(task: T): Promise<TaskOutcome<T['kind']>> {
      if (task.kind !== 'compare') throw new Error(`not scripted: ${task.kind}`);
      tasks.push(task);
      return (await answer(task, tasks.length - 1)) as TaskOutcome<T['kind']>;
    },
    startAhead: async () => {},
    prepare: async () => {},
    environment: () => Promise.reject(new Error('not scripted')),
  };
}

export function bundle(id: string): VariantBundle {
  return { id, entry: id, cwd: '.' };
}

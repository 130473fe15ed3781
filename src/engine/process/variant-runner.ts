// The seam between deciding what to run and running it. The real one starts processes (benchmark-process.ts); tests use a scripted one.
import type { Environment } from '../../model/report.ts';
import type { Task, TaskOutcome } from './protocol.ts';

export interface VariantRunner {
  /** Runs one task in a process of its own. Rejects only when `signal` is aborted (with its reason). */
  run<T extends Task>(
    task: T,
    options: { readonly deadlineMs: number; readonly signal: AbortSignal },
  ): Promise<TaskOutcome<T['kind']>>;
  /** Facts of the Node and the machine that the tasks run on. */
  environment(): Promise<Environment>;
}

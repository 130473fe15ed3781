// The seam between deciding what to run and running it. The real one starts processes (benchmark-process.ts); tests use a scripted one.
import type { Environment } from '../../model/report.ts';
import type { Task, TaskOutcome } from './protocol.ts';

export interface VariantRunner {
  /** Runs one task in a process of its own. Rejects only when `signal` is aborted (with its reason). */
  run<T extends Task>(
    task: T,
    options: { readonly deadlineMs: number; readonly signal: AbortSignal },
  ): Promise<TaskOutcome<T['kind']>>;
  /** Starts processes that wait for a task, up to `count` of them, and returns at once: what a later `run` need not wait for. */
  startAhead(count: number): Promise<void>;
  /**
   * Starts a process for each task and lets it load its variant, several at a time; `run` with the same task object goes on from there. So
   * nothing of ours runs beside a task that is timed, and starting costs less than one after the other. Rejects only with the signal's reason.
   */
  prepare(tasks: readonly Task[], signal: AbortSignal): Promise<void>;
  /** Facts of the Node and the machine that the tasks run on. */
  environment(): Promise<Environment>;
}

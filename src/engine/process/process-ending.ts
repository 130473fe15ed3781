// One benchmark process from the handing over of its task to its end, and what that end means. Starting it is benchmark-process.ts.
import type { ChildProcess } from 'node:child_process';
import type { ChildMessage, GoMessage, Phase, TaskMessage } from './child-messages.ts';
import { killTree } from './process-tree.ts';
import type { RunFailure, Task } from './protocol.ts';
import {
  crashedFailure,
  deadlineFailure,
  exitedFailure,
  floodedFailure,
  internalFailure,
  outOfMemoryFailure,
  stuckFailure,
  type TaskPlace,
  thrownFailure,
} from './run-failures.ts';

/** How a process ended, as seen from here. */
export interface Ending {
  readonly messages: readonly ChildMessage[];
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stopped: 'answered' | 'deadline' | 'load-deadline' | 'flooded' | 'aborted' | undefined;
  readonly errorOutput: string;
  readonly startError?: Error;
}

/** A process that has its task. */
export interface RunningTask {
  /** Settles when the variant is loaded and the process waits for `finish`, or is gone. Only for a task that is held. */
  readonly loaded: Promise<void>;
  /**
   * Lets a held process go on, and waits until it has answered, when it is stopped, or is gone. What has answered is on its way out when this
   * settles: taking down its memory is over before the next one has made its inputs ready.
   */
  finish(limits: { readonly deadlineMs: number; readonly signal: AbortSignal }): Promise<Ending>;
}

/** Hands over the task. The load deadline runs from here, the deadline of the task from `finish`. */
export function handOver(
  child: ChildProcess,
  task: Task,
  limits: { readonly loadDeadlineMs: number; readonly outputBytes: number; readonly hold: boolean },
): RunningTask {
  const messages: ChildMessage[] = [];
  let stopped: Ending['stopped'];
  let outputBytes = 0;
  let errorOutput = '';
  let markLoaded: () => void;
  const loaded = new Promise<void>((resolve) => {
    markLoaded = resolve;
  });
  const stop = (reason: NonNullable<Ending['stopped']>): void => {
    stopped ??= reason;
    if (child.pid !== undefined && !hasEnded(child)) killTree(child.pid);
  };
  const loadDeadline = setTimeout(() => stop('load-deadline'), limits.loadDeadlineMs);
  const count = (chunk: Buffer): void => {
    outputBytes += chunk.length;
    if (outputBytes > limits.outputBytes) stop('flooded');
  };
  child.stdout?.on('data', count);
  child.stderr?.on('data', (chunk: Buffer) => {
    count(chunk);
    errorOutput = (errorOutput + chunk.toString('utf8')).slice(-16_384);
  });
  child.on('message', (message: ChildMessage) => {
    if (message.kind === 'loaded') {
      clearTimeout(loadDeadline);
      markLoaded();
      return;
    }
    messages.push(message);
    if (message.kind === 'answer') markAnswered();
    if (message.kind !== 'phase') stop('answered');
    else if (message.phase !== 'loading') clearTimeout(loadDeadline);
  });
  // 'close' comes after the last output and message; a detached grandchild could hold the pipes open, so its tree is killed on 'exit'.
  child.once('exit', () => {
    if (child.pid !== undefined) killTree(child.pid);
  });
  let markAnswered = (): void => {};
  const ended = new Promise<Ending>((resolve) => {
    markAnswered = () => {
      clearTimeout(loadDeadline);
      resolve({ messages, status: null, signal: null, stopped, errorOutput });
    };
    const finish = (status: number | null, signal: NodeJS.Signals | null, startError?: Error): void => {
      clearTimeout(loadDeadline);
      markLoaded();
      resolve({ messages, status, signal, stopped, errorOutput, ...(startError === undefined ? {} : { startError }) });
    };
    child.once('close', (status, signal) => finish(status, signal));
    child.once('error', (error) => {
      if (child.pid === undefined) finish(null, null, error);
    });
  });
  const message: TaskMessage = { task, maxOutputBytes: limits.outputBytes, hold: limits.hold };
  // A process that died before it could listen is told by its ending, not by the failed send.
  child.send(message, () => {});

  return {
    loaded,
    async finish({ deadlineMs, signal }) {
      const onAbort = (): void => stop('aborted');
      if (signal.aborted) onAbort();
      signal.addEventListener('abort', onAbort, { once: true });
      const deadline = setTimeout(() => stop('deadline'), deadlineMs);
      const go: GoMessage = { kind: 'go' };
      if (limits.hold && child.connected) child.send(go, () => {});
      try {
        return await ended;
      } finally {
        clearTimeout(deadline);
        signal.removeEventListener('abort', onAbort);
      }
    },
  };
}

export function failureOf(
  ending: Ending,
  place: TaskPlace,
  limits: {
    readonly deadlineMs: number;
    readonly loadDeadlineMs: number;
    readonly heapMb: number;
    readonly outputBytes: number;
  },
): RunFailure {
  for (const message of ending.messages) {
    if (message.kind === 'thrown') return thrownFailure(place, message.error);
    if (message.kind === 'stuck') return stuckFailure(place);
    if (message.kind === 'flooded') return floodedFailure(place, limits.outputBytes);
    if (message.kind === 'internal') return internalFailure(message.stack);
  }
  if (ending.stopped === 'flooded') return floodedFailure(place, limits.outputBytes);
  if (ending.stopped === 'load-deadline') return deadlineFailure(place, limits.loadDeadlineMs);
  if (ending.stopped === 'deadline') return deadlineFailure(place, limits.deadlineMs);
  if (/heap out of memory|Reached heap limit|invalid table size|Allocation failed/.test(ending.errorOutput)) {
    return outOfMemoryFailure(place, limits.heapMb);
  }
  if (ending.signal !== null) return crashedFailure(place, ending.signal);
  return exitedFailure(place, ending.status ?? 0);
}

export function placeOf(task: Task, messages: readonly ChildMessage[]): TaskPlace {
  let phase: Phase = 'loading';
  let caseLabel: string | undefined;
  for (const message of messages) {
    if (message.kind !== 'phase' && message.kind !== 'thrown') continue;
    phase = message.phase;
    caseLabel = message.caseLabel ?? caseLabel;
  }
  return { phase, folder: folderOf(task), ...(caseLabel === undefined ? {} : { caseLabel }) };
}

function folderOf(task: Task): string {
  return task.kind === 'compare' ? task.baseline.cwd : task.variant.cwd;
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

export function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0] ?? text;
}

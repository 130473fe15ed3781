// Runs each task in a fresh process on the user's Node and turns whatever happens to that process into data. Owns starting, the deadline,
// the output cap and the clean-up; what is done inside is child/, what went wrong is put into words by run-failures.ts.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Environment } from '../../model/report.ts';
import type { ChildMessage, Phase, TaskMessage } from './child-messages.ts';
import { type ProbedNode, probeNode } from './environment.ts';
import { benchmarkEnvironment, nodeArguments } from './node-command.ts';
import { killTree, OWN_PROCESS_GROUP, startWarden } from './process-tree.ts';
import type { AnswerOf, RunFailure, Task, TaskOutcome } from './protocol.ts';
import {
  crashedFailure,
  deadlineFailure,
  exitedFailure,
  floodedFailure,
  internalFailure,
  notStartedFailure,
  outOfMemoryFailure,
  stuckFailure,
  type TaskPlace,
  thrownFailure,
} from './run-failures.ts';
import type { VariantRunner } from './variant-runner.ts';

export interface BenchmarkProcessOptions {
  /** The user's Node. */
  readonly nodePath: string;
  readonly runtime: 'node' | 'electron';
  /** Absolute path of the bundled child/main.ts. */
  readonly childEntry: string;
  /** Where the scratch folder of the processes is made; the system's temporary folder when absent. */
  readonly temporaryFolder?: string;
  /** Folders that benchmarked code may write to besides its scratch folder. */
  readonly allowWrite: readonly string[];
  /** Limit of the JavaScript heap, 2048 when absent. */
  readonly heapMb?: number;
  /** Console output after which a process is stopped, 4 MB when absent. */
  readonly maxOutputBytes?: number;
  /** How long a module may take to load, 15 s when absent. The deadline of the task holds as well. */
  readonly loadDeadlineMs?: number;
}

export interface BenchmarkProcesses extends VariantRunner {
  /** Ends what still runs and removes the scratch folder. */
  dispose(): Promise<void>;
}

/** How a process ended, as seen from here. */
interface Ending {
  readonly messages: readonly ChildMessage[];
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stopped: 'answered' | 'deadline' | 'load-deadline' | 'flooded' | 'aborted' | undefined;
  readonly errorOutput: string;
  readonly startError?: Error;
}

export function createBenchmarkProcesses(options: BenchmarkProcessOptions): BenchmarkProcesses {
  const scratch = realpathSync(mkdtempSync(path.join(options.temporaryFolder ?? os.tmpdir(), 'speedlens-run-')));
  const warden = startWarden(scratch);
  const running = new Set<ChildProcess>();
  const limits = {
    heapMb: options.heapMb ?? 2048,
    outputBytes: options.maxOutputBytes ?? 4_000_000,
    loadMs: options.loadDeadlineMs ?? 15_000,
  };
  let probed: Promise<ProbedNode> | undefined;
  const probe = (): Promise<ProbedNode> => {
    probed ??= probeNode(options.nodePath, options.runtime);
    return probed;
  };

  const start = (task: Task, flags: readonly string[]): ChildProcess => {
    const child = spawn(
      options.nodePath,
      [
        ...nodeArguments({
          runtime: options.runtime,
          flags: new Set(flags),
          heapMb: limits.heapMb,
          sourceMaps: task.kind !== 'sample',
          allowWrite: [scratch, ...options.allowWrite],
        }),
        options.childEntry,
      ],
      {
        cwd: folderOf(task),
        env: benchmarkEnvironment(process.env, options.runtime, scratch),
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        serialization: 'advanced',
        detached: OWN_PROCESS_GROUP,
        windowsHide: true,
      },
    );
    running.add(child);
    if (child.pid !== undefined) warden.watch(child.pid);
    return child;
  };

  const finished = (child: ChildProcess): void => {
    running.delete(child);
    if (child.pid === undefined) return;
    // The leader is gone, threads with it; whatever else it started must not stay either.
    killTree(child.pid);
    warden.forget(child.pid);
  };

  return {
    async run<T extends Task>(
      task: T,
      { deadlineMs, signal }: { readonly deadlineMs: number; readonly signal: AbortSignal },
    ): Promise<TaskOutcome<T['kind']>> {
      signal.throwIfAborted();
      let node: ProbedNode;
      try {
        node = await probe();
      } catch (error) {
        return { ok: false, failure: notStartedFailure(options.nodePath, firstLine(error)) };
      }
      signal.throwIfAborted();
      const child = start(task, node.flags);
      const loadDeadlineMs = Math.min(limits.loadMs, deadlineMs);
      const ending = await ended(child, task, { deadlineMs, loadDeadlineMs, outputBytes: limits.outputBytes, signal });
      finished(child);
      signal.throwIfAborted();
      const place = placeOf(task, ending.messages);
      const answer = ending.messages.find((message) => message.kind === 'answer');
      if (answer !== undefined) return { ok: true, answer: answer.answer as AnswerOf[T['kind']] };
      if (ending.startError !== undefined) {
        return { ok: false, failure: notStartedFailure(options.nodePath, firstLine(ending.startError)) };
      }
      return { ok: false, failure: failureOf(ending, place, { deadlineMs, loadDeadlineMs, ...limits }) };
    },

    async environment(): Promise<Environment> {
      const { node, v8, nodePath, cpu, cores, os: system, runtime } = await probe();
      return { node, v8, nodePath, cpu, cores, os: system, runtime };
    },

    async dispose(): Promise<void> {
      const exits = [...running].map(
        (child) => new Promise<void>((resolve) => (hasEnded(child) ? resolve() : child.once('exit', () => resolve()))),
      );
      for (const child of running) if (child.pid !== undefined) killTree(child.pid);
      await Promise.all(exits);
      await rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
      warden.dispose();
    },
  };
}

/** Hands over the task and waits until the process is gone, stopping it when it has answered or went too far. */
function ended(
  child: ChildProcess,
  task: Task,
  limits: {
    readonly deadlineMs: number;
    readonly loadDeadlineMs: number;
    readonly outputBytes: number;
    readonly signal: AbortSignal;
  },
): Promise<Ending> {
  return new Promise((resolve) => {
    const messages: ChildMessage[] = [];
    let stopped: Ending['stopped'];
    let outputBytes = 0;
    let errorOutput = '';
    const stop = (reason: NonNullable<Ending['stopped']>): void => {
      stopped ??= reason;
      if (child.pid !== undefined && !hasEnded(child)) killTree(child.pid);
    };
    const onAbort = (): void => stop('aborted');
    limits.signal.addEventListener('abort', onAbort, { once: true });
    const deadline = setTimeout(() => stop('deadline'), limits.deadlineMs);
    const loadDeadline = setTimeout(() => stop('load-deadline'), limits.loadDeadlineMs);
    const finish = (status: number | null, signal: NodeJS.Signals | null, startError?: Error): void => {
      clearTimeout(deadline);
      clearTimeout(loadDeadline);
      limits.signal.removeEventListener('abort', onAbort);
      resolve({ messages, status, signal, stopped, errorOutput, ...(startError === undefined ? {} : { startError }) });
    };
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
      messages.push(message);
      if (message.kind !== 'phase') stop('answered');
      else if (message.phase !== 'loading') clearTimeout(loadDeadline);
    });
    // 'close' comes after the last output and message; a detached grandchild could hold the pipes open, so its tree is killed on 'exit'.
    child.once('exit', () => {
      if (child.pid !== undefined) killTree(child.pid);
    });
    child.once('close', (status, signal) => finish(status, signal));
    child.once('error', (error) => {
      if (child.pid === undefined) finish(null, null, error);
    });
    const message: TaskMessage = { task };
    // A process that died before it could listen is told by its ending, not by the failed send.
    child.send(message, () => {});
  });
}

function failureOf(
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

function placeOf(task: Task, messages: readonly ChildMessage[]): TaskPlace {
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

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0] ?? text;
}

// Runs each task in a fresh process on the user's Node and turns whatever happens to that process into data. Owns starting, the deadline,
// the output cap and the clean-up; what is done inside is child/, what went wrong is put into words by run-failures.ts.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Environment } from '../../model/report.ts';
import { type ProbedNode, probeNodeOnce } from './environment.ts';
import { benchmarkEnvironment, type CodeLog, nodeArguments } from './node-command.ts';
import { failureOf, firstLine, handOver, hasEnded, placeOf, type RunningTask } from './process-ending.ts';
import { killTree, OWN_PROCESS_GROUP, startWarden } from './process-tree.ts';
import type { AnswerOf, Task, TaskOutcome } from './protocol.ts';
import { notStartedFailure } from './run-failures.ts';
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

export function createBenchmarkProcesses(options: BenchmarkProcessOptions): BenchmarkProcesses {
  const scratch = realpathSync(mkdtempSync(path.join(options.temporaryFolder ?? os.tmpdir(), 'speedlens-run-')));
  const warden = startWarden(scratch);
  const running = new Set<ChildProcess>();
  /** Started, without a task yet. */
  const waiting: ChildProcess[] = [];
  /** Loaded, waiting for their turn. */
  const prepared = new Map<Task, RunningTask>();
  let disposed = false;
  const limits = {
    heapMb: options.heapMb ?? 2048,
    outputBytes: options.maxOutputBytes ?? 4_000_000,
    loadMs: options.loadDeadlineMs ?? 15_000,
  };
  let probed: Promise<ProbedNode> | undefined;
  const probe = (): Promise<ProbedNode> => {
    probed ??= probeNodeOnce(options.nodePath, options.runtime);
    return probed;
  };

  const start = (flags: readonly string[], codeLog?: CodeLog): ChildProcess => {
    const child = spawn(
      options.nodePath,
      [
        ...nodeArguments({
          runtime: options.runtime,
          flags: new Set(flags),
          heapMb: limits.heapMb,
          allowWrite: [scratch, ...options.allowWrite],
          ...(codeLog === undefined ? {} : { codeLog }),
        }),
        options.childEntry,
      ],
      {
        cwd: scratch,
        env: benchmarkEnvironment(process.env, options.runtime, scratch),
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        serialization: 'advanced',
        detached: OWN_PROCESS_GROUP,
        windowsHide: true,
      },
    );
    const { pid } = child;
    if (pid !== undefined) {
      running.add(child);
      warden.watch(pid);
      child.once('exit', () => {
        running.delete(child);
        // The leader is gone, threads with it; whatever else it started must not stay either.
        killTree(pid);
        warden.forget(pid);
      });
    }
    return child;
  };

  const take = (flags: readonly string[]): ChildProcess => {
    for (let child = waiting.pop(); child !== undefined; child = waiting.pop()) {
      if (child.connected && !hasEnded(child)) return child;
    }
    return start(flags);
  };

  /** A process that is diagnosed is started with V8's profiler on, so none that waits will do. */
  const childFor = (task: Task, flags: readonly string[]): ChildProcess =>
    task.kind === 'diagnose'
      ? start(flags, { file: path.join(scratch, `code-${randomUUID()}.log`), detail: task.detail })
      : take(flags);

  const begin = (task: Task, flags: readonly string[], loadDeadlineMs: number, hold: boolean): RunningTask =>
    handOver(childFor(task, flags), task, { loadDeadlineMs, outputBytes: limits.outputBytes, hold });

  return {
    async startAhead(count: number): Promise<void> {
      // A Node that does not run is reported by the first task.
      const node = await probe().catch(() => undefined);
      if (node === undefined || disposed) return;
      while (waiting.length < count) {
        const child = start(node.flags);
        // One that fails while it waits is passed over by `take`.
        child.on('error', () => {});
        waiting.push(child);
      }
    },

    async prepare(tasks: readonly Task[], signal: AbortSignal): Promise<void> {
      signal.throwIfAborted();
      const node = await probe().catch(() => undefined);
      signal.throwIfAborted();
      if (node === undefined) return;
      const left = tasks.filter((task) => !prepared.has(task));
      const loadSome = async (): Promise<void> => {
        for (let task = left.shift(); task !== undefined && !signal.aborted; task = left.shift()) {
          const begun = begin(task, node.flags, limits.loadMs, true);
          prepared.set(task, begun);
          await begun.loaded;
        }
      };
      const all = Promise.all(Array.from({ length: Math.max(1, node.cores) }, loadSome));
      await untilAborted(all, signal);
    },

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
      const held = prepared.get(task);
      prepared.delete(task);
      const loadDeadlineMs = held === undefined ? Math.min(limits.loadMs, deadlineMs) : limits.loadMs;
      const begun = held ?? begin(task, node.flags, loadDeadlineMs, false);
      const ending = await begun.finish({ deadlineMs, signal });
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
      disposed = true;
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

/** The promise, or the rejection with the signal's reason when that comes first. */
async function untilAborted(promise: Promise<unknown>, signal: AbortSignal): Promise<void> {
  let onAbort = (): void => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

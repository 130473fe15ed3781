// Runs each task in a fresh process on the user's Node and turns whatever happens to that process into data. Owns starting, the deadline,
// the output cap and the clean-up; what is done inside is child/, what went wrong is put into words by run-failures.ts.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Environment } from '../../model/report.ts';
import { type ProbedNode, probeNode } from './environment.ts';
import { benchmarkEnvironment, nodeArguments } from './node-command.ts';
import { ended, failureOf, firstLine, folderOf, hasEnded, placeOf } from './process-ending.ts';
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

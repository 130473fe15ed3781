// Runs one process for one variant at one size, and says what it took.
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { quantile } from '../../src/engine/statistics/quantile.ts';
import type { Trial } from './trial.ts';
import type { Given, VariantAnswer, VariantTask } from './variant-task.ts';

const script = fileURLToPath(new URL('./variant-process.mjs', import.meta.url));
const LEAK_CALLS = 1000;

export interface Asked {
  readonly folder: string;
  readonly module: string;
  readonly name: string;
  readonly given: Given;
  /** Megabytes. */
  readonly heap: number | undefined;
  readonly forMs: number;
  readonly leastCalls: number;
  /** Calls with this are made after which no file may be open that was not before. */
  readonly leaksOn: Given | undefined;
}

type Measured = Omit<Trial, 'name' | 'size' | 'variant'> & { readonly digest?: string };

export async function runProcess({ folder, given, leaksOn, ...asked }: Asked): Promise<Measured> {
  const isCold = given.kind === 'file' && leaveCache(given.file);
  const writes = path.join(folder, 'written', 'file.txt');
  const isWriter = given.kind !== 'file' && given.kind !== 'files';
  mkdirSync(path.dirname(writes), { recursive: true });
  const task: VariantTask = {
    module: asked.module,
    name: asked.name,
    given,
    forMs: asked.forMs,
    leastCalls: asked.leastCalls,
    ...(isWriter ? { writes } : {}),
    ...(leaksOn === undefined ? {} : { leaks: { calls: LEAK_CALLS, given: leaksOn } }),
  };
  const answer = await answerOf(task, folder, asked.heap);
  if (answer === undefined) return { died: true };
  const [firstMs] = answer.timesMs;
  return {
    timeMs: warmTime(answer.timesMs),
    ...(given.kind === 'files' ? {} : { processorMs: warmTime(answer.processorMs) }),
    ...(isCold && firstMs !== undefined ? { coldMs: firstMs } : {}),
    addedBytes: answer.addedBytes,
    ...(answer.leaked === undefined ? {} : { leaked: answer.leaked }),
    digest: answer.digest,
  };
}

/** Undefined when the process ran out of memory. Anything else that goes wrong is a bug of the benchmark and throws. */
async function answerOf(
  task: VariantTask,
  folder: string,
  heap: number | undefined,
): Promise<VariantAnswer | undefined> {
  const flags = heap === undefined ? [] : [`--max-old-space-size=${heap}`];
  // Two thousand file names are too long for an argument.
  const file = path.join(folder, 'task.json');
  writeFileSync(file, JSON.stringify(task));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, script, file], { maxBuffer: 1 << 24 });
    return JSON.parse(stdout) as VariantAnswer;
  } catch (error) {
    const said = String((error as { readonly stderr?: unknown }).stderr ?? '');
    if (/heap out of memory|Cannot create a string longer/.test(said)) return undefined;
    throw error;
  }
}

/** Throws a file out of the system's cache. False where the system has no way to do that. */
function leaveCache(file: string): boolean {
  try {
    execFileSync('dd', [`of=${file}`, 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0', 'status=none']);
    return true;
  } catch {
    return false;
  }
}

/** A low percentile of the later calls, whose code is compiled by then: a call that was interrupted says nothing of the code. */
function warmTime(times: readonly number[]): number {
  return quantile(times.slice(Math.floor(times.length / 2)), 0.2);
}

// Where the time of a call goes that hands work to threads: starting them, sending, computing, receiving. Runs after the samples, in calls of its
// own: tasks go to the same pool through a module that reads the clock before and after the work (build/timed-task.ts), and the clock is read here
// when a task is copied and when its answer has arrived. So sending is everything from the copy of a task to the first line of its work, the waking of
// the thread included; receiving is everything from its last line to the arrival of the answer. What a task waits in the queue of the pool is neither.
import type { VariantModule, WorkerPool } from '../../../model/variant.ts';
import { settled } from '../../process/child/consume.ts';
import type { MovementAnswer } from '../../process/protocol.ts';
import { median } from '../../statistics/quantile.ts';
import type { WorkloadPlan } from './workload.ts';

/** One call is not counted: it loads the module that reads the clock into the threads. */
const MOST_CALLS = 20;

interface TaskTimes {
  /** Nanoseconds on the clock of the process. */
  readonly posting: number;
  readonly started: number;
  readonly ended: number;
  readonly arrived: number;
  readonly thread: number;
}

/** Empty for variants without threads, and for those whose calls no longer succeed. */
export async function dataMovement(
  module: VariantModule,
  plan: WorkloadPlan,
  budgetMs: number,
): Promise<{ readonly movement?: MovementAnswer }> {
  const pool = module.threads?.pool();
  if (module.threads === undefined || pool === undefined) return {};
  const { timedWorkers } = module.threads;
  const tasks: TaskTimes[] = [];
  try {
    const spawnMs = await startingTime(pool, Object.values(timedWorkers)[0]);
    watchTasks(pool, timedWorkers, tasks);
    await timedCall(module, plan, tasks);
    const movement = await middleCall(() => timedCall(module, plan, tasks), budgetMs);
    return movement === undefined ? {} : { movement: { spawnMs, ...movement } };
  } catch {
    // Its samples are what a verdict speaks of; that there is nothing to say here is no failure of the variant.
    return {};
  } finally {
    Reflect.deleteProperty(pool, 'run');
  }
}

/** Where the time of one call went. */
export type TimedCall = Omit<MovementAnswer, 'spawnMs'>;

/** Medians over as many calls as there is time for; undefined where a call has nothing to tell. */
export async function middleCall(
  timed: () => Promise<TimedCall | undefined>,
  budgetMs: number,
): Promise<TimedCall | undefined> {
  const calls: TimedCall[] = [];
  const end = performance.now() + budgetMs;
  do {
    const call = await timed();
    if (call !== undefined) calls.push(call);
  } while (calls.length > 0 && calls.length < MOST_CALLS && performance.now() < end);
  return calls.length === 0 ? undefined : middle(calls);
}

/** Milliseconds until a fresh pool, all of whose threads start at once, has begun its first task. */
async function startingTime(pool: WorkerPool, filename: string | undefined): Promise<number> {
  const Pool = pool.constructor as new (options: object) => WorkerPool;
  const { maxThreads } = pool.options;
  const before = now();
  const fresh = new Pool({ maxThreads, minThreads: maxThreads, filename });
  try {
    // One for each: Node 20 aborts the whole process when a thread is ended while it loads its module.
    const begun = await Promise.all(
      Array.from({ length: maxThreads }, () => fresh.run(undefined, { name: 'started' }) as Promise<number>),
    );
    return (Math.min(...begun) - before) / 1e6;
  } finally {
    await fresh.destroy();
  }
}

/** From now on tasks of the pool read the clock. */
function watchTasks(pool: WorkerPool, timedWorkers: Readonly<Record<string, string>>, tasks: TaskTimes[]): void {
  const run = pool.run.bind(pool);
  pool.run = async (task, options) => {
    const filename = timedWorkers[options?.filename ?? ''];
    if (filename === undefined) return run(task, options);
    const times = new Float64Array(new SharedArrayBuffer(3 * Float64Array.BYTES_PER_ELEMENT));
    let posting = 0;
    const watched = {
      // Read when the copy is made, which is when a thread is free.
      get times() {
        posting = now();
        return times;
      },
      task,
    };
    const answer = await run(watched, { ...options, filename });
    const [started = 0, ended = 0, thread = 0] = times;
    tasks.push({ posting, started, ended, arrived: now(), thread });
    return answer;
  };
}

async function timedCall(
  module: VariantModule,
  plan: WorkloadPlan,
  tasks: TaskTimes[],
): Promise<TimedCall | undefined> {
  const { receivers, lists } = plan.makeBlock(1);
  const [args] = lists;
  if (args === undefined) return undefined;
  tasks.length = 0;
  const before = now();
  await settled(module.call(receivers[0], args));
  const callNs = now() - before;
  if (tasks.length === 0) return undefined;
  const sum = (part: (times: TaskTimes) => number): number => tasks.reduce((total, one) => total + part(one), 0);
  const first = Math.min(...tasks.map(({ posting }) => posting));
  const last = Math.max(...tasks.map(({ arrived }) => arrived));
  return {
    callNs,
    tasks: tasks.length,
    threads: new Set(tasks.map(({ thread }) => thread)).size,
    sendNs: sum(({ posting, started }) => started - posting),
    computeNs: sum(({ started, ended }) => ended - started),
    receiveNs: sum(({ ended, arrived }) => arrived - ended),
    callerNs: Math.max(0, callNs - (last - first)),
  };
}

function middle(calls: readonly TimedCall[]): TimedCall {
  const of = (part: keyof TimedCall): number => median(calls.map((call) => call[part]));
  return {
    callNs: of('callNs'),
    tasks: Math.round(of('tasks')),
    threads: Math.round(of('threads')),
    sendNs: of('sendNs'),
    computeNs: of('computeNs'),
    receiveNs: of('receiveNs'),
    callerNs: of('callerNs'),
  };
}

/** Nanoseconds, on one clock for all threads of the process. */
export function now(): number {
  return Number(process.hrtime.bigint());
}

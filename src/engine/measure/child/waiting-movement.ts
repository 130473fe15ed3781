// Where the time of a call goes that waits for threads of its own, in the same parts as for a pool (data-movement.ts). Runs after the samples, in calls of its
// own: fresh threads load the worker through a module that reads the clock (build/timed-task.ts), and here it is read when the list of parts is handed out, when
// the caller takes a part and has done it, and when all answers are there. What the caller does itself is computing; that it waits for a thread is no part.
import { READINGS_PER_PART as READINGS, type VariantModule, type WaitingThreads } from '../../../model/variant.ts';
import type { MovementAnswer } from '../../process/protocol.ts';
import { middleCall, now, type TimedCall } from './data-movement.ts';
import type { WorkloadPlan } from './workload.ts';

/** Milliseconds that the first call waits for a thread to begin. */
const LONGEST_START = 2000;

/** One run of the threads, on the clock of the process, nanoseconds. */
interface WatchedRun {
  readonly begun: number;
  readonly ended: number;
  readonly tasks: number;
  /** As `timedServing` writes them. */
  readonly times: Float64Array;
}

/** Empty for variants that wait for no threads, whose calls no longer succeed, or whose work is too small to be handed out. */
export async function waitingMovement(
  module: VariantModule,
  plan: WorkloadPlan,
  budgetMs: number,
): Promise<{ readonly movement?: MovementAnswer }> {
  if (module.waiting === undefined) return {};
  const threads = module.waiting.threads();
  const { run } = threads;
  const runs: WatchedRun[] = [];
  try {
    await threads.destroy();
    watchRuns(threads, module.waiting.timedWorkers, runs);
    const first = oneCall(module, plan, runs);
    const spawnMs = first && startingMs(runs);
    if (spawnMs === undefined) return {};
    // Not counted: the compilers of the threads.
    oneCall(module, plan, runs);
    const movement = await middleCall(async () => oneCall(module, plan, runs), budgetMs);
    return movement === undefined ? {} : { movement: { spawnMs, ...movement } };
  } catch {
    // Its samples are what a verdict speaks of; that there is nothing to say here is no failure of the variant.
    return {};
  } finally {
    threads.run = run;
    await threads.destroy();
  }
}

/** From now on threads load the module that reads the clock, and the caller's own parts are timed. The first part of the first run waits for a thread. */
function watchRuns(threads: WaitingThreads, timedWorkers: Readonly<Record<string, string>>, runs: WatchedRun[]): void {
  const own = threads.run;
  let hasStarted = false;
  const run: WaitingThreads['run'] = (url, work, tasks, name) => {
    const timedUrl = timedWorkers[url];
    if (timedUrl === undefined || tasks.length < 2) return own(url, work, tasks, name);
    const times = new Float64Array(new SharedArrayBuffer(tasks.length * READINGS * Float64Array.BYTES_PER_ELEMENT));
    let taken = 0;
    // Copying the list for a thread reads its elements too; the caller reads the one that it takes last.
    const watched = tasks.map((_, at) => at) as unknown as typeof tasks;
    tasks.forEach((task, at) => {
      Object.defineProperty(watched, at, {
        enumerable: true,
        get() {
          taken = at;
          return task;
        },
      });
    });
    Object.assign(watched, { times });
    const begun = now();
    const parts = own(
      timedUrl,
      (task: (typeof tasks)[number]) => {
        const first = taken * READINGS;
        const started = now();
        if (!hasStarted) hasStarted = waitedForThread(times);
        times[first] = started;
        const part = work(task);
        times[first + 1] = now();
        times[first + 2] = times[first + 1] ?? 0;
        return part;
      },
      watched,
      name,
    );
    runs.push({ begun, ended: now(), tasks: tasks.length, times });
    return parts;
  };
  threads.run = run;
}

/** Until a thread has begun a part, which may be never. */
function waitedForThread(times: Float64Array): true {
  const nobody = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const end = performance.now() + LONGEST_START;
  while (times.every((time) => time === 0) && performance.now() < end) Atomics.wait(nobody, 0, 0, 1);
  return true;
}

/** Milliseconds from the first run until a thread began a part; undefined where none did. */
function startingMs([first]: readonly WatchedRun[]): number | undefined {
  if (first === undefined) return undefined;
  const begun = readings(first).flatMap(({ started, thread }) => (thread === 0 ? [] : [started]));
  return begun.length === 0 ? undefined : (Math.min(...begun) - first.begun) / 1e6;
}

function oneCall(module: VariantModule, plan: WorkloadPlan, runs: WatchedRun[]): TimedCall | undefined {
  const { receivers, lists } = plan.makeBlock(1);
  const [args] = lists;
  if (args === undefined) return undefined;
  runs.length = 0;
  const before = now();
  module.call(receivers[0], args);
  const callNs = now() - before;
  if (runs.length === 0) return undefined;
  const parts = runs.map(partsOf);
  const sum = (pick: (one: ReturnType<typeof partsOf>) => number): number =>
    parts.reduce((total, one) => total + pick(one), 0);
  return {
    callNs,
    tasks: sum(({ tasks }) => tasks),
    threads: Math.max(...parts.map(({ threads }) => threads)),
    sendNs: sum(({ sendNs }) => sendNs),
    computeNs: sum(({ computeNs }) => computeNs),
    receiveNs: sum(({ receiveNs }) => receiveNs),
    callerNs: Math.max(0, callNs - sum(({ elapsedNs }) => elapsedNs)),
  };
}

/** Sending is until a thread begins its first part, receiving what handing answers over takes, and what comes after the last part is done. */
function partsOf(run: WatchedRun) {
  const all = readings(run);
  const threads = [...new Set(all.map(({ thread }) => thread))];
  const firstOf = (thread: number): number =>
    Math.min(...all.flatMap((one) => (one.thread === thread ? [one.started] : [])));
  const last = Math.max(...all.map(({ done }) => done));
  const sum = (pick: (one: (typeof all)[number]) => number): number => all.reduce((total, one) => total + pick(one), 0);
  return {
    tasks: run.tasks,
    threads: threads.length,
    elapsedNs: run.ended - run.begun,
    sendNs: threads.reduce((total, thread) => total + firstOf(thread) - run.begun, 0),
    computeNs: sum(({ started, done }) => done - started),
    receiveNs: sum(({ done, handed }) => handed - done) + Math.max(0, run.ended - last),
  };
}

function readings({ times, tasks }: WatchedRun) {
  return Array.from({ length: tasks }, (_, at) => {
    const [started = 0, done = 0, handed = 0, thread = 0] = times.subarray(at * READINGS, (at + 1) * READINGS);
    return { started, done, handed: Math.max(done, handed), thread };
  });
}

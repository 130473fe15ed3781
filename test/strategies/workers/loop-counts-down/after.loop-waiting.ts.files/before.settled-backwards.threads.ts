// Threads that help `settledBackwards` while its caller waits, as it does for `settledBackwards` alone. The caller works as well, and waits only for parts that
// a thread has taken: neither for threads that still start nor, for long, for one that has ended or hangs. What threads fail at is done by the caller.
import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { MessageChannel, type MessagePort, parentPort, receiveMessageOnPort, Worker, workerData } from 'node:worker_threads';

interface Helper {
  readonly worker: Worker;
  readonly answers: MessagePort;
}

interface Call<Task> {
  readonly id: number;
  readonly tasks: readonly Task[];
  /** For each task whether it is answered, then how many have been taken. */
  readonly state: Int32Array;
}

type Answer<Part> = { readonly id: number; readonly at: number } & (
  | { readonly part: Part }
  | { readonly problem: string }
);

const ANSWERED = 1;
/** A helper that loads a module which calls `settledBackwards` gets no helpers of its own. */
const isHelper = workerData?.helps !== undefined;
let helpers: Helper[] | undefined;
let calls = 0;

export const settledBackwardsThreads = {
  /** What `work` gives for each task, in order. It is what the module at `url` serves; `name` tells of a task what is in it. */
  run<Task, Part>(url: string, work: (task: Task) => Part, tasks: readonly Task[], name: (at: number) => string): Part[] {
    if (tasks.length < 2 || isHelper) return tasks.map((task) => work(task));
    const id = ++calls;
    const state = new Int32Array(new SharedArrayBuffer((tasks.length + 1) * Int32Array.BYTES_PER_ELEMENT));
    try {
      helpers ??= Array.from({ length: availableParallelism() - 1 }, () => startHelper(url));
      for (const { worker } of helpers) worker.postMessage({ id, tasks, state });
    } catch {
      // Without threads, and with what cannot be copied, the work stays here.
      return tasks.map((task) => work(task));
    }
    const parts = new Map<number, Part>();
    const problems = new Map<number, string>();
    let longest = 0;
    for (let at = takeTask(state); at < tasks.length; at = takeTask(state)) {
      const begun = performance.now();
      try {
        parts.set(at, work(tasks[at] as Task));
      } catch {
        // It is thrown below, when it is its turn: a part before this one may throw as well.
        state[at] = ANSWERED;
        break;
      }
      longest = Math.max(longest, performance.now() - begun);
    }
    const taken = Atomics.exchange(state, tasks.length, tasks.length);
    const patience = 1000 + 10 * longest;
    return tasks.map((task, at) => {
      if (!parts.has(at) && at < taken) {
        const waited = Atomics.wait(state, at, 0, patience);
        for (const answer of answersTo<Part>(id)) {
          if ('part' in answer) parts.set(answer.at, answer.part);
          else problems.set(answer.at, answer.problem);
        }
        if (waited === 'timed-out' && !parts.has(at)) {
          emitWarning(`A thread that helped settledBackwards has ended or hangs in ${name(at)}: the caller goes on alone.`);
          state.fill(ANSWERED, 0, tasks.length);
          void endHelpers();
          helpers = [];
        }
      }
      if (parts.has(at)) return parts.get(at) as Part;
      // Done again, or for the first time, it throws what settledBackwards throws.
      const part = work(task);
      const problem = problems.get(at);
      if (problem !== undefined) emitWarning(`A thread that helped settledBackwards failed in ${name(at)}: ${problem}`);
      return part;
    });
  },

  /** Ends the threads; the next call starts new ones. A program can end without this. */
  async destroy(): Promise<void> {
    await endHelpers();
    helpers = undefined;
  },
};

/** In a helper: does tasks of every call until none is left. */
export function serve<Task, Part>(work: (task: Task) => Part): void {
  const answers = workerData.answers as MessagePort;
  parentPort?.on('message', ({ id, tasks, state }: Call<Task>) => {
    for (let at = takeTask(state); at < tasks.length; at = takeTask(state)) {
      try {
        answers.postMessage({ id, at, part: work(tasks[at] as Task) });
      } catch (error) {
        answers.postMessage({ id, at, problem: messageOf(error) });
      }
      Atomics.store(state, at, ANSWERED);
      Atomics.notify(state, at);
    }
  });
}

function takeTask(state: Int32Array): number {
  return Atomics.add(state, state.length - 1, 1);
}

function startHelper(url: string): Helper {
  const { port1: answers, port2 } = new MessageChannel();
  const worker = new Worker(new URL(url), { workerData: { helps: 'settledBackwards', answers: port2 }, transferList: [port2] });
  const helper = { worker, answers };
  // What ended one would end the next one too: it is not started again.
  worker.once('exit', () => {
    answers.close();
    helpers = helpers?.filter((other) => other !== helper);
  });
  worker.once('error', (error: unknown) => emitWarning(`A thread that helped settledBackwards ended: ${messageOf(error)}`));
  worker.unref();
  return helper;
}

function* answersTo<Part>(id: number): Generator<Answer<Part>> {
  for (const { answers } of helpers ?? []) {
    for (let got = receiveMessageOnPort(answers); got !== undefined; got = receiveMessageOnPort(answers)) {
      const answer = got.message as Answer<Part>;
      // What came too late for an earlier call is of no use.
      if (answer.id === id) yield answer;
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'what it threw is no error';
}

async function endHelpers(): Promise<void> {
  await Promise.all((helpers ?? []).map(({ worker }) => worker.terminate()));
}

// How many cores a process gets, told by work that shares nothing: the same spin on every thread at once, against one thread alone. A process whose threads
// stand in the way of each other, or of others on the machine, says nothing about how work is best spread over cores.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

export interface CoresYardstick {
  /** Cores that a moment had: at most as many as threads. */
  read(): number;
  end(): Promise<void>;
}

/** Of the cores that there are: a process had them. */
export const ENOUGH_CORES = 0.8;
const MOST_TRIES = 100;
/** About 2 ms each. */
const TURNS = 400_000;

const SPINNER = `
const { workerData: { state, turns } } = require('node:worker_threads');
${spin.toString()}
for (let round = 0; ; ) {
  Atomics.wait(state, 0, round);
  round = Atomics.load(state, 0);
  if (round < 0) break;
  spin(turns);
  Atomics.add(state, 1, 1);
  Atomics.notify(state, 1);
}
`;

export async function coresYardstick(): Promise<CoresYardstick> {
  const helpers = availableParallelism() - 1;
  const state = new Int32Array(new SharedArrayBuffer(8));
  const threads = Array.from(
    { length: helpers },
    () => new Worker(SPINNER, { eval: true, workerData: { state, turns: TURNS } }),
  );
  await Promise.all(threads.map((one) => new Promise((resolve) => one.once('online', resolve))));
  const together = (): number => {
    const start = performance.now();
    Atomics.store(state, 1, 0);
    Atomics.add(state, 0, 1);
    Atomics.notify(state, 0);
    spin(TURNS);
    for (let done = Atomics.load(state, 1); done < helpers; done = Atomics.load(state, 1))
      Atomics.wait(state, 1, done, 50);
    return performance.now() - start;
  };
  const alone = (): number => {
    const start = performance.now();
    spin(TURNS);
    return performance.now() - start;
  };
  const read = (): number => ((helpers + 1) * Math.min(alone(), alone())) / together();
  for (let warming = 0; warming < 20; warming++) together();
  // The scheduler spreads new threads over the cores only after a while.
  for (let [tries, spread] = [0, 0]; tries < MOST_TRIES && spread < 3; tries++)
    spread = read() >= ENOUGH_CORES * availableParallelism() ? spread + 1 : 0;
  return {
    read,
    async end() {
      Atomics.store(state, 0, -1);
      Atomics.notify(state, 0);
      await Promise.all(threads.map((one) => one.terminate()));
    },
  };
}

function spin(turns: number): number {
  let x = 1;
  for (let turn = 0; turn < turns; turn++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
  return x;
}

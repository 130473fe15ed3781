import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

const cdf = 0.5;

/** Prices of options after Black and Scholes. */
export const prices = (spots: number[], strike: number, volatility: number): string[] => {
  /** The normal distribution. */
  const phi = (x: number) => cdf * (1 + Math.tanh(0.79788456 * (x + 0.044715 * x * x * x)));
  const root = Math.sqrt(volatility);
  const distance = (spot: number, sign: 1 | -1 = 1): number => {
    if (spot < 0) throw new RangeError(`a price of ${spot}`);
    return (Math.log(spot / strike) + (sign * volatility) / 2) / root;
  };
  const price = (spot: number) => spot * phi(distance(spot)) - strike * phi(distance(spot, -1));
  const listed = spots.map((spot) => `${spot}: ${price(spot).toFixed(2)}`);
  return listed.length === 0 ? [phi(0).toFixed(2)] : listed;
};

let pricesPool: Piscina | undefined;

/** Calls `prices` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function pricesMany(argLists: readonly Parameters<typeof prices>[]): Promise<ReturnType<typeof prices>[]> {
  const pool = (pricesPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof prices>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof prices>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(pricesChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof prices>[]).concat(...parts);
}

/** What one worker does at a time for `pricesMany`. */
export function pricesChunk(argLists: Parameters<typeof prices>[]): ReturnType<typeof prices>[] {
  return argLists.map((args) => prices(...args));
}

import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

const cdf = 0.5;

/** Prices of options after Black and Scholes. */
export const prices = (spots: number[], strike: number, volatility: number): string[] => {
  const root = Math.sqrt(volatility);
  const listed = spots.map((spot) => `${spot}: ${price(strike, volatility, root, spot).toFixed(2)}`);
  return listed.length === 0 ? [phi(0).toFixed(2)] : listed;
};

let pricesPool: Piscina | undefined;

/** Like `prices`, with `spots.map(…)` spread over worker threads. The results keep their order. */
export async function pricesParallel(spots: number[], strike: number, volatility: number): Promise<string[]> {
  const root = Math.sqrt(volatility);
  const listed = await pricesInWorkers(spots, strike, volatility, root);
  return listed.length === 0 ? [phi(0).toFixed(2)] : listed;
}

async function pricesInWorkers(spots: readonly number[], strike: number, volatility: number, root: number): Promise<string[]> {
  const pool = (pricesPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(spots.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof pricesChunk>[0][] = [];
  for (let start = 0; start < spots.length; start += partLength) {
    tasks.push({ spots: spots.slice(start, start + partLength), strike, volatility, root });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: string[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(pricesChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({ spots: spots.slice(element, element + 1), strike, volatility, root }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as string[]).concat(...parts);
}

/** What one worker does at a time for `pricesParallel`. */
export function pricesChunk({ spots, strike, volatility, root }: { spots: number[]; strike: number; volatility: number; root: number }): string[] {
  return spots.map((spot) => `${spot}: ${price(strike, volatility, root, spot).toFixed(2)}`);
}

/** The normal distribution. */
function phi(x: number) {
  return cdf * (1 + Math.tanh(0.79788456 * (x + 0.044715 * x * x * x)));
}

function distance(strike: number, volatility: number, root: number, spot: number, sign: 1 | -1 = 1): number {
  if (spot < 0) throw new RangeError(`a price of ${spot}`);
  return (Math.log(spot / strike) + (sign * volatility) / 2) / root;
}

function price(strike: number, volatility: number, root: number, spot: number) {
  return spot * phi(distance(strike, volatility, root, spot)) - strike * phi(distance(strike, volatility, root, spot, -1));
}

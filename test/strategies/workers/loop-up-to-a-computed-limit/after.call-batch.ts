import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function smoothness(values: readonly number[], at: number, reach: number): number {
  let sum = 0;
  for (let k = 1; k <= reach; k++) sum += Math.sqrt(Math.abs(values[at + k]! - values[at]!) / k);
  return sum;
}

/** How much each value differs from those after it, as far as there are enough of them. */
export function roughness(values: readonly number[], reach: number): number[] {
  const out: number[] = [];
  for (let i = 0; i < values.length - 2 * reach; i++) out.push(smoothness(values, i, reach));
  return out;
}

let roughnessPool: Piscina | undefined;

/** Calls `roughness` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function roughnessMany(argLists: readonly Parameters<typeof roughness>[]): Promise<ReturnType<typeof roughness>[]> {
  const pool = (roughnessPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof roughness>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof roughness>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(roughnessChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof roughness>[]).concat(...parts);
}

/** What one worker does at a time for `roughnessMany`. */
export function roughnessChunk(argLists: Parameters<typeof roughness>[]): ReturnType<typeof roughness>[] {
  return argLists.map((args) => roughness(...args));
}

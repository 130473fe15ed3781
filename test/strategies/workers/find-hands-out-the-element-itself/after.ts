import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export interface Part {
  size: number;
  name: string;
}

export function firstDear(parts: Part[], limit: number): Part | undefined {
  return parts.find(({ size }) => cost(size) > limit);
}

let firstDearPool: Piscina | undefined;

/** Like `firstDear`, with `parts.find(…)` spread over worker threads. It stops at the first part that settles the answer. */
export async function firstDearParallel(parts: Part[], limit: number): Promise<Part | undefined> {
  return parts[await firstDearInWorkers(parts, limit)];
}

async function firstDearInWorkers(parts: readonly Part[], limit: number): Promise<number> {
  const pool = (firstDearPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const threads = availableParallelism();
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const longest = Math.ceil(parts.length / (4 * threads));
  // Short parts first, so that an early hit is known soon; one for each thread at a time: what comes after these is not looked at when they settle it.
  let partLength = Math.ceil(longest / 8);
  let start = 0;
  while (start < parts.length) {
    const tasks: Parameters<typeof firstDearChunk>[0][] = [];
    for (let at = start; at < start + threads * partLength; at += partLength) {
      tasks.push({ parts: parts.slice(at, at + partLength), limit });
    }
    const settled = isPlain([parts])
      ? await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
      : [];
    for (const [index, task] of tasks.entries()) {
      const part = settled[index];
      // Done in this thread, what was not done by another throws what the original throws.
      const found = part?.status !== 'fulfilled' ? firstDearChunk(task) : part.value;
      if (part?.status === 'rejected') {
        // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
        let element = start + index * partLength;
        const next = element + partLength;
        const isFine = () => pool.run({ parts: parts.slice(element, element + 1), limit }, { filename }).then(() => true, () => false);
        while (element < next && (await isFine())) element++;
        emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part.reason?.message ?? 'not cloneable'}`);
      }
      if (found !== -1) return start + index * partLength + found;
    }
    start += threads * partLength;
    partLength = Math.min(2 * partLength, longest);
  }
  return -1;
}

/** What one worker does at a time for `firstDearParallel`. */
export function firstDearChunk({ parts, limit }: { parts: Part[]; limit: number }): number {
  return parts.findIndex(({ size }) => cost(size) > limit);
}

/** Whether copies in another thread are the same: they have no getters and methods of a class, and only what is enumerable. */
function isPlain(lists: readonly (readonly unknown[])[]): boolean {
  const isRecord = (one: unknown) => {
    const record: object = Object(one);
    if (Object.getPrototypeOf(record) !== Object.prototype) return false;
    return Object.getOwnPropertyNames(record).length === Object.keys(record).length;
  };
  return lists.every((list) => Object.getPrototypeOf(Object(list)) === Array.prototype && list.every(isRecord));
}

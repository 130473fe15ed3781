import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function strength(text: string): number {
  if (text === 'none') throw new RangeError(`No strength: ${text}`);
  let hash = 7;
  for (let round = 0; round < 50; round++) {
    for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  }
  return hash;
}

/** How strong the word of each user is. */
export function strengths(words: Map<string, string>): Map<string, number> {
  const found = new Map<string, number>();
  for (const [user, word] of words) {
    found.set(user, strength(word));
  }
  return found;
}

let strengthsPool: Piscina | undefined;

/** Like `strengths`, with the work of `for (const [user, word] of entries)` spread over worker threads. The results keep their order. */
export async function strengthsParallel(words: Map<string, string>): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const entries = [...words];
  const results = await strengthsInWorkers(entries);
  let next = 0;
  for (const [user] of entries) {
    const value = results[next++] as number;
    found.set(user, value);
  }
  return found;
}

async function strengthsInWorkers(entries: [string, string][]): Promise<number[]> {
  const pool = (strengthsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(entries.length / (4 * availableParallelism()));
  const tasks: ([string, string][])[] = [];
  for (let start = 0; start < entries.length; start += partLength) {
    tasks.push(entries.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof shared>[] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(strengthsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run(entries.slice(iteration, iteration + 1), { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  const results: number[] = [];
  for (const part of parts) for (const value of part) results.push(value);
  return results;
}

/** What one worker does at a time for `strengthsParallel`. */
export function strengthsChunk(entries: [string, string][]): ReturnType<typeof shared> {
  const results: number[] = [];
  for (const [, word] of entries) {
    results.push(strength(word));
  }
  return shared(results);
}

/** Numbers in memory that all threads see, where they are not cloned; an array with anything else in it stays as it is. */
function shared(values: readonly number[]): readonly number[] | Int32Array | Float64Array {
  let areWhole = true;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value !== 'number') return values;
    areWhole = areWhole && Object.is(value, value | 0);
  }
  const buffer = new SharedArrayBuffer(values.length * (areWhole ? Int32Array : Float64Array).BYTES_PER_ELEMENT);
  const numbers = areWhole ? new Int32Array(buffer) : new Float64Array(buffer);
  numbers.set(values);
  return numbers;
}

import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export interface Doc {
  readonly id: string;
  readonly body: string;
}

function fingerprint(body: string): string {
  let hash = 0;
  for (const letter of body) hash = (hash * 31 + letter.charCodeAt(0)) % 7;
  return String(hash);
}

export function duplicates(docs: readonly Doc[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const doc of docs) {
    const key = fingerprint(doc.body);
    const group = groups.get(key);
    if (group) group.push(doc.id);
    else groups.set(key, [doc.id]);
  }
  return groups;
}

let duplicatesPool: Piscina | undefined;

/** Like `duplicates`, with the work of `for (const doc of docs)` spread over worker threads. The results keep their order. */
export async function duplicatesParallel(docs: readonly Doc[]): Promise<Map<string, string[]>> {
  const groups = new Map<string, string[]>();
  const results = await duplicatesInWorkers(docs);
  let next = 0;
  for (const doc of docs) {
    const key = results[next++] as string;
    const group = groups.get(key);
    if (group) group.push(doc.id);
    else groups.set(key, [doc.id]);
  }
  return groups;
}

async function duplicatesInWorkers(docs: readonly Doc[]): Promise<string[]> {
  const pool = (duplicatesPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(docs.length / (4 * availableParallelism()));
  const tasks: (readonly Doc[])[] = [];
  for (let start = 0; start < docs.length; start += partLength) {
    tasks.push(docs.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = isPlain([docs])
    ? await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
    : [];
  const parts: string[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done in this thread, it throws what the original throws.
    parts.push(duplicatesChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run(docs.slice(iteration, iteration + 1), { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as string[]).concat(...parts);
}

/** What one worker does at a time for `duplicatesParallel`. */
export function duplicatesChunk(docs: readonly Doc[]): string[] {
  const results: string[] = [];
  for (const doc of docs) {
    const key = fingerprint(doc.body);
    results.push(key);
  }
  return results;
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

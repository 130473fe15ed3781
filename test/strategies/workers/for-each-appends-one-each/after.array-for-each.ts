import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function digests(passwords: readonly string[]): string[] {
  const found: string[] = [];
  passwords.forEach((password) => found.push(createHash('sha256').update(password).digest('hex')));
  return found;
}

let digestsPool: Piscina | undefined;

/** Like `digests`, with `passwords.forEach(…)` spread over worker threads. The results keep their order. */
export async function digestsParallel(passwords: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const value of await digestsInWorkers(passwords)) {
    found.push(value);
  }
  return found;
}

async function digestsInWorkers(passwords: readonly string[]): Promise<string[]> {
  const pool = (digestsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(passwords.length / (4 * availableParallelism()));
  const tasks: string[][] = [];
  for (let start = 0; start < passwords.length; start += partLength) {
    tasks.push(passwords.slice(start, start + partLength));
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
    parts.push(digestsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run(passwords.slice(element, element + 1), { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as string[]).concat(...parts);
}

/** What one worker does at a time for `digestsParallel`. */
export function digestsChunk(passwords: string[]): string[] {
  const found: string[] = [];
  passwords.forEach((password) => found.push(createHash('sha256').update(password).digest('hex')));
  return found;
}

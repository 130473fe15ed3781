import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

async function stretched(password: string, rounds: number): Promise<string> {
  if (password === '') throw new RangeError('no password');
  let text = password;
  for (let round = 0; round < rounds; round++) text = (text + text).slice(1, 40);
  return text;
}

/** All of them, made longer. */
export async function stretchAll(passwords: string[], rounds: number): Promise<string[]> {
  const all = await Promise.all(
    passwords.map(async (password) => {
      return await stretched(password, rounds);
    }),
  );
  return all.length === 0 ? ['none'] : all;
}

let stretchAllPool: Piscina | undefined;

/** Like `stretchAll`, with `passwords.map(…)` spread over worker threads. The results keep their order. */
export async function stretchAllParallel(passwords: string[], rounds: number): Promise<string[]> {
  const all = await stretchAllInWorkers(passwords, rounds);
  return all.length === 0 ? ['none'] : all;
}

async function stretchAllInWorkers(passwords: readonly string[], rounds: number): Promise<string[]> {
  const pool = (stretchAllPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(passwords.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof stretchAllChunk>[0][] = [];
  for (let start = 0; start < passwords.length; start += partLength) {
    tasks.push({ passwords: passwords.slice(start, start + partLength), rounds });
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
    parts.push(await stretchAllChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({ passwords: passwords.slice(element, element + 1), rounds }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as string[]).concat(...parts);
}

/** What one worker does at a time for `stretchAllParallel`. */
export async function stretchAllChunk({ passwords, rounds }: { passwords: string[]; rounds: number }): Promise<string[]> {
  return Promise.all(passwords.map((password) => stretched(password, rounds)));
}

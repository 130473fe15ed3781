import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export function fingerprints(texts: string[], salt: string): string[] {
  return texts.map((text) => {
    const hash = createHash('sha256');
    for (let round = 0; round < 100; round++) hash.update(`${salt}${round}`).update(text);
    return hash.digest('hex');
  });
}

let fingerprintsPool: Piscina | undefined;

/** Like `fingerprints`, with `texts.map(…)` spread over worker threads. The results keep their order. */
export async function fingerprintsParallel(texts: string[], salt: string): Promise<string[]> {
  return await fingerprintsInWorkers(texts, salt);
}

async function fingerprintsInWorkers(texts: readonly string[], salt: string): Promise<string[]> {
  const pool = (fingerprintsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(texts.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof fingerprintsChunk>[0][] = [];
  for (let start = 0; start < texts.length; start += partLength) {
    tasks.push({ texts: texts.slice(start, start + partLength), salt });
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
    parts.push(fingerprintsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({ texts: texts.slice(element, element + 1), salt }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as string[]).concat(...parts);
}

/** What one worker does at a time for `fingerprintsParallel`. */
export function fingerprintsChunk({ texts, salt }: { texts: string[]; salt: string }): string[] {
  return texts.map((text) => {
    const hash = createHash('sha256');
    for (let round = 0; round < 100; round++) hash.update(`${salt}${round}`).update(text);
    return hash.digest('hex');
  });
}

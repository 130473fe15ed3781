import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

/** What each text holds, or why it cannot be read. */
export function parseSafely(texts: string[]) {
  const out: { ok: boolean; text: string }[] = [];
  for (const text of texts) {
    try {
      out.push({ ok: true, text: String(JSON.parse(text)) });
      if (text.length > 5) out.push({ ok: true, text });
    } catch {
      if (text === '') throw new RangeError('There is no text.');
      out.push({ ok: false, text: 'unreadable' });
    }
  }
  return out;
}

let parseSafelyPool: Piscina | undefined;

/** Like `parseSafely`, with the work of `for (const text of texts)` spread over worker threads. The results keep their order. */
export async function parseSafelyParallel(texts: string[]) {
  const out: { ok: boolean; text: string }[] = [];
  for (const value of await parseSafelyInWorkers(texts)) {
    out.push(value);
  }
  return out;
}

async function parseSafelyInWorkers(texts: string[]): Promise<{ ok: boolean; text: string }[]> {
  const pool = (parseSafelyPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(texts.length / (4 * availableParallelism()));
  const tasks: string[][] = [];
  for (let start = 0; start < texts.length; start += partLength) {
    tasks.push(texts.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: { ok: boolean; text: string }[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(parseSafelyChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run(texts.slice(iteration, iteration + 1), { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as { ok: boolean; text: string }[]).concat(...parts);
}

/** What one worker does at a time for `parseSafelyParallel`. */
export function parseSafelyChunk(texts: string[]): { ok: boolean; text: string }[] {
  const out: { ok: boolean; text: string }[] = [];
  for (const text of texts) {
    try {
      out.push({ ok: true, text: String(JSON.parse(text)) });
      if (text.length > 5) out.push({ ok: true, text });
    } catch {
      if (text === '') throw new RangeError('There is no text.');
      out.push({ ok: false, text: 'unreadable' });
    }
  }
  return out;
}

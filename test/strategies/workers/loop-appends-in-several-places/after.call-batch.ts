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

/** Calls `parseSafely` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function parseSafelyMany(argLists: readonly Parameters<typeof parseSafely>[]): Promise<ReturnType<typeof parseSafely>[]> {
  const pool = (parseSafelyPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof parseSafely>[][] = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: ReturnType<typeof parseSafely>[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(parseSafelyChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as ReturnType<typeof parseSafely>[]).concat(...parts);
}

/** What one worker does at a time for `parseSafelyMany`. */
export function parseSafelyChunk(argLists: Parameters<typeof parseSafely>[]): ReturnType<typeof parseSafely>[] {
  return argLists.map((args) => parseSafely(...args));
}

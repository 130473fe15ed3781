import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

function crcTable(): Uint32Array {
  const table = new Uint32Array(256);
  for (let i = 0; i < 256; i++) {
    let c = i;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    table[i] = c >>> 0;
  }
  return table;
}

const TABLE = crcTable();

function crc(text: string): number {
  let sum = -1;
  for (let i = 0; i < text.length; i++) sum = TABLE[(sum ^ text.charCodeAt(i)) & 0xff]! ^ (sum >>> 8);
  return (sum ^ -1) >>> 0;
}

/** Checksums of many texts. */
export function checksums(texts: readonly string[]): number[] {
  return texts.map((text) => crc(text));
}

let checksumsPool: Piscina | undefined;

/** Like `checksums`, with `texts.map(…)` spread over worker threads. The results keep their order. */
export async function checksumsParallel(texts: readonly string[]): Promise<number[]> {
  return await checksumsInWorkers(texts);
}

async function checksumsInWorkers(texts: readonly string[]): Promise<number[]> {
  const pool = (checksumsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(texts.length / (4 * availableParallelism()));
  const tasks: string[][] = [];
  for (let start = 0; start < texts.length; start += partLength) {
    tasks.push(texts.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts: number[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(checksumsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run(texts.slice(element, element + 1), { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as number[]).concat(...parts);
}

/** What one worker does at a time for `checksumsParallel`. */
export function checksumsChunk(texts: string[]): number[] {
  return texts.map((text) => crc(text));
}

import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export interface Node {
  weight: number;
  next?: Node;
}

function depthOf(node: Node): number {
  let depth = 0;
  for (let at: Node | undefined = node; at !== undefined && depth < 100; at = at.next) depth += at.weight;
  return depth;
}

export const heavy = (nodes: Node[]): Node[] => nodes.filter((node, index) => depthOf(node) > index);

let heavyPool: Piscina | undefined;

/** Like `heavy`, with `nodes.filter(…)` spread over worker threads. The results keep their order. */
export async function heavyParallel(nodes: Node[]): Promise<Node[]> {
  return await heavyInWorkers(nodes);
}

async function heavyInWorkers(nodes: readonly Node[]): Promise<Node[]> {
  const pool = (heavyPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(nodes.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof heavyChunk>[0][] = [];
  for (let start = 0; start < nodes.length; start += partLength) {
    tasks.push({ nodes: nodes.slice(start, start + partLength), start });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = isPlain(nodes)
    ? await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
    : [];
  const parts: boolean[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done in this thread, it throws what the original throws.
    parts.push(heavyChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({ nodes: nodes.slice(element, element + 1), start: element }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  const stays = ([] as boolean[]).concat(...parts);
  return nodes.filter((_, at) => stays[at]);
}

/** What one worker does at a time for `heavyParallel`. */
export function heavyChunk({ nodes, start }: { nodes: Node[]; start: number }): boolean[] {
  return nodes.map((node, index) => depthOf(node) > (start + index));
}

/** Whether copies in another thread are the same: they have no getters and methods of a class, and only what is enumerable. */
function isPlain(...values: readonly unknown[]): boolean {
  const all = new Set<object>([values]);
  for (const one of all) {
    if (ArrayBuffer.isView(one) || one instanceof ArrayBuffer || one instanceof SharedArrayBuffer) continue;
    const prototype = Object.getPrototypeOf(one);
    if (![Object, Array, Map, Set, Date].some((known) => prototype === known.prototype)) return false;
    if (!Array.isArray(one) && Reflect.ownKeys(one).length !== Object.keys(one).length) return false;
    const parts: Iterable<unknown> = one instanceof Map ? [...one.keys(), ...one.values()] : one instanceof Set ? one : Object.values(one);
    for (const part of parts) if (typeof part === 'object' && part !== null) all.add(part);
  }
  return true;
}

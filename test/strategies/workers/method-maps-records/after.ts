import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export interface Row {
  id: string;
  values: number[];
}

const BASE = 0.25;

export class Scorer {
  constructor(
    private readonly weights: readonly number[],
    private readonly _bias: number,
  ) {}

  scoreAll(rows: readonly Row[], weights: readonly number[]): { id: string; score: number }[] {
    return scorerScoreAll(rows, weights, this._bias, this.weights);
  }

  /** Like `scoreAll`, with its work spread over worker threads. */
  async scoreAllParallel(rows: readonly Row[], weights: readonly number[]): Promise<{ id: string; score: number }[]> {
    return scorerScoreAllParallel(rows, weights, this._bias, this.weights);
  }

  best(rows: readonly Row[]): string {
    return this.scoreAll(rows, this.weights)[0]?.id ?? '';
  }
} // scores

/** The work of `Scorer.scoreAll`. */
function scorerScoreAll(rows: readonly Row[], weights: readonly number[], bias: number, ownWeights: readonly number[]): { id: string; score: number }[] {
  const scored = rows.map((row) => {
    let sum = bias;
    for (let i = 0; i < row.values.length; i++) sum += row.values[i]! * ownWeights[i]! * weights[i]!;
    if (Number.isNaN(sum)) throw new TypeError(`no weights for ${row.id}`);
    return { id: row.id, score: BASE + 1 / (1 + Math.exp(-sum)) };
  });
  return scored.sort((a, b) => b.score - a.score);
}

let scorerScoreAllPool: Piscina | undefined;

/** Like `scorerScoreAll`, with `rows.map(…)` spread over worker threads. The results keep their order. */
async function scorerScoreAllParallel(rows: readonly Row[], weights: readonly number[], bias: number, ownWeights: readonly number[]): Promise<{ id: string; score: number }[]> {
  const scored = await scorerScoreAllInWorkers(rows, bias, ownWeights, weights);
  return scored.sort((a, b) => b.score - a.score);
}

async function scorerScoreAllInWorkers(rows: readonly Row[], bias: number, ownWeights: readonly number[], weights: readonly number[]): Promise<{ id: string; score: number }[]> {
  const pool = (scorerScoreAllPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(rows.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof scorerScoreAllChunk>[0][] = [];
  for (let start = 0; start < rows.length; start += partLength) {
    tasks.push({ rows: rows.slice(start, start + partLength), bias, ownWeights, weights });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = isPlain(rows)
    ? await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
    : [];
  const parts: { id: string; score: number }[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done in this thread, it throws what the original throws.
    parts.push(scorerScoreAllChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({ rows: rows.slice(element, element + 1), bias, ownWeights, weights }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as { id: string; score: number }[]).concat(...parts);
}

/** What one worker does at a time for `scorerScoreAllParallel`. */
export function scorerScoreAllChunk({ rows, bias, ownWeights, weights }: { rows: Row[]; bias: number; ownWeights: readonly number[]; weights: readonly number[] }): { id: string; score: number }[] {
  return rows.map((row) => {
    let sum = bias;
    for (let i = 0; i < row.values.length; i++) sum += row.values[i]! * ownWeights[i]! * weights[i]!;
    if (Number.isNaN(sum)) throw new TypeError(`no weights for ${row.id}`);
    return { id: row.id, score: BASE + 1 / (1 + Math.exp(-sum)) };
  });
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

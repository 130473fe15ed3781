import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export interface Sample {
  readonly id: string;
  readonly features: number[];
}

/** A net of one layer. */
export class Net {
  readonly #bias: number;
  private readonly scale: number;

  constructor(
    private readonly weights: readonly number[],
    bias: number,
    scale: number,
  ) {
    this.#bias = bias;
    this.scale = scale;
  }

  predictAll(samples: readonly Sample[], cut: number): { id: string; value: number }[] {
    return netPredictAll(samples, cut, this.scale, this.#bias, this.weights);
  }

  /** Like `predictAll`, with its work spread over worker threads. */
  async predictAllParallel(samples: readonly Sample[], cut: number): Promise<{ id: string; value: number }[]> {
    return netPredictAllParallel(samples, cut, this.scale, this.#bias, this.weights);
  }
}

/** The work of `Net.predictAll`. */
function netPredictAll(samples: readonly Sample[], cut: number, ownScale: number, bias: number, weights: readonly number[]): { id: string; value: number }[] {
  return samples.map((sample) => {
    const value = netSquash(netActivation(sample.features, bias, weights), cut, ownScale);
    return { id: sample.id, value };
  });
}

let netPredictAllPool: Piscina | undefined;

/** Like `netPredictAll`, with `samples.map(…)` spread over worker threads. The results keep their order. */
async function netPredictAllParallel(samples: readonly Sample[], cut: number, ownScale: number, bias: number, weights: readonly number[]): Promise<{ id: string; value: number }[]> {
  return await netPredictAllInWorkers(samples, bias, weights, cut, ownScale);
}

async function netPredictAllInWorkers(samples: readonly Sample[], bias: number, weights: readonly number[], cut: number, ownScale: number): Promise<{ id: string; value: number }[]> {
  const pool = (netPredictAllPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(samples.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof netPredictAllChunk>[0][] = [];
  for (let start = 0; start < samples.length; start += partLength) {
    tasks.push({ samples: samples.slice(start, start + partLength), bias, weights, cut, ownScale });
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = isPlain(samples)
    ? await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
    : [];
  const parts: { id: string; value: number }[][] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done in this thread, it throws what the original throws.
    parts.push(netPredictAllChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength;
    const next = element + partLength;
    const isFine = () => pool.run({ samples: samples.slice(element, element + 1), bias, weights, cut, ownScale }, { filename }).then(() => true, () => false);
    while (element < next && (await isFine())) element++;
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  return ([] as { id: string; value: number }[]).concat(...parts);
}

/** What one worker does at a time for `netPredictAllParallel`. */
export function netPredictAllChunk({ samples, bias, weights, cut, ownScale }: { samples: Sample[]; bias: number; weights: readonly number[]; cut: number; ownScale: number }): { id: string; value: number }[] {
  return samples.map((sample) => {
    const value = netSquash(netActivation(sample.features, bias, weights), cut, ownScale);
    return { id: sample.id, value };
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

/** The work of `Net.#squash`. */
function netSquash(value: number, cut: number, ownScale: number): number {
  const scale = Math.min(cut, ownScale);
  return netRounded(1 / (1 + Math.exp(-value * scale)));
}

// To six places.
function netRounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Before it is squashed. */
function netActivation(features: readonly number[], bias: number, weights: readonly number[]): number {
  let sum = bias;
  for (let i = 0; i < features.length; i++) sum += features[i]! * weights[i]!;
  if (Number.isNaN(sum)) throw new TypeError(`no weights for ${features.length} features`);
  return sum;
}

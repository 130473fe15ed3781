import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { bendThreads } from './before.bend.threads.ts';

/** Bends every sample along a curve. */
export function bend(samples: Float32Array, curve: number[]): void {
  bendOnThreads(samples, curve);
}

/** The work of `for (let i = 0; i < samples.length; i++)`, done by several threads while the caller waits. */
function bendOnThreads(samples: Float32Array, curve: number[]): void {
  if (!((samples as unknown) instanceof Float32Array)) {
    // What is no such array cannot be shared: one thread does it all.
    bendChunk({ samples, curve, start: 0, end: samples.length });
    return;
  }
  const sharedSamples = copiedFloat32Array(samples);
  const sharedCurve = shared(curve);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(samples.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof bendChunk>[0][] = [];
  for (let start = 0; start < samples.length; start += partLength) {
    tasks.push({
      samples: sharedSamples,
      curve: sharedCurve,
      start,
      end: Math.min(start + partLength, samples.length),
    });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let i = 0; i < samples.length; i++), iterations from ${at * partLength} on`;
  const { isDone, problem } = bendThreads.run(url, bendChunk, tasks, name);
  if (!isDone) {
    // What is done in part cannot be done again: all is, on what no thread has changed.
    bendChunk({ samples, curve, start: 0, end: samples.length });
    if (problem !== undefined) emitWarning(problem);
    return;
  }
  samples.set(sharedSamples);
}

/** A part of it, as each thread does it. */
export function bendChunk({ samples, curve, start, end }: {
  samples: Float32Array;
  curve: ReturnType<typeof shared>;
  start: number;
  end: number;
}): void {
  for (let i = start; i < end; i++) {
    let value = samples[i]!;
    for (let k = 0; k < curve.length; k++) value = value * 0.9 + Math.sin(value * curve[k]!) * 0.1;
    samples[i] = value;
  }
}

/** Numbers in memory that all threads see, where they are not cloned; an array with anything else in it stays as it is. */
function shared(values: readonly number[]): readonly number[] | Int32Array | Float64Array {
  let areWhole = true;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value !== 'number') return values;
    areWhole = areWhole && Object.is(value, value | 0);
  }
  const buffer = new SharedArrayBuffer(values.length * (areWhole ? Int32Array : Float64Array).BYTES_PER_ELEMENT);
  const numbers = areWhole ? new Int32Array(buffer) : new Float64Array(buffer);
  numbers.set(values);
  return numbers;
}

/** A copy in memory that all threads see. */
function copiedFloat32Array(values: Float32Array): Float32Array {
  const copy = new Float32Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}

import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { shapeThreads } from './before.shape.threads.ts';

/** Louder, and soft at the top. */
export function shape(samples: Float64Array, gain: number): void {
  shapeOnThreads(samples, gain);
}

/** The work of `for (let i = 0; i < samples.length; i++)`, done by several threads while the caller waits. */
function shapeOnThreads(samples: Float64Array, gain: number): void {
  if (!((samples as unknown) instanceof Float64Array)) {
    // What is no such array cannot be shared: one thread does it all.
    shapeChunk({ samples, gain, start: 0, end: samples.length });
    return;
  }
  const sharedSamples = copiedFloat64Array(samples);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(samples.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof shapeChunk>[0][] = [];
  for (let start = 0; start < samples.length; start += partLength) {
    tasks.push({
      samples: sharedSamples,
      gain,
      start,
      end: Math.min(start + partLength, samples.length),
    });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let i = 0; i < samples.length; i++), iterations from ${at * partLength} on`;
  const { isDone, problem } = shapeThreads.run(url, shapeChunk, tasks, name);
  if (!isDone) {
    // What is done in part cannot be done again: all is, on what no thread has changed.
    shapeChunk({ samples, gain, start: 0, end: samples.length });
    if (problem !== undefined) emitWarning(problem);
    return;
  }
  samples.set(sharedSamples);
}

/** A part of it, as each thread does it. */
export function shapeChunk({ samples, gain, start, end }: {
  samples: Float64Array;
  gain: number;
  start: number;
  end: number;
}): void {
  for (let i = start; i < end; i++) {
    samples[i]! *= gain;
    samples[i] = Math.tanh(Math.sin(samples[i]!) * Math.exp(-Math.abs(samples[i]!)));
  }
}

/** A copy in memory that all threads see. */
function copiedFloat64Array(values: Float64Array): Float64Array {
  const copy = new Float64Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}

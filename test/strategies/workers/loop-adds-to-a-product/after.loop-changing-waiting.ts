import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { multiplyThreads } from './before.multiply.threads.ts';

/** Of square matrices, row by row. */
export function multiply(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  multiplyOnThreads(size, a, product, b);
  return product;
}

/** The work of `for (let i = 0; i < size; i++)`, done by several threads while the caller waits. */
function multiplyOnThreads(size: number, a: Float64Array, product: Float64Array, b: Float64Array): void {
  if (!((product as unknown) instanceof Float64Array)) {
    // What is no such array cannot be shared: one thread does it all.
    multiplyChunk({ size, a, product, b, start: 0, end: size });
    return;
  }
  const sharedA = sharedFloat64Array(a);
  const sharedProduct = copiedFloat64Array(product);
  const sharedB = sharedFloat64Array(b);
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.max(1, Math.ceil(size / (4 * availableParallelism())));
  const tasks: Parameters<typeof multiplyChunk>[0][] = [];
  for (let start = 0; start < size; start += partLength) {
    tasks.push({
      size,
      a: sharedA,
      product: sharedProduct,
      b: sharedB,
      start,
      end: Math.min(start + partLength, size),
    });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let i = 0; i < size; i++), iterations from ${at * partLength} on`;
  const { isDone, problem } = multiplyThreads.run(url, multiplyChunk, tasks, name);
  if (!isDone) {
    // What is done in part cannot be done again: all is, on what no thread has changed.
    multiplyChunk({ size, a, product, b, start: 0, end: size });
    if (problem !== undefined) emitWarning(problem);
    return;
  }
  product.set(sharedProduct);
}

/** A part of it, as each thread does it. */
export function multiplyChunk({ size, a, product, b, start, end }: {
  size: number;
  a: Float64Array;
  product: Float64Array;
  b: Float64Array;
  start: number;
  end: number;
}): void {
  for (let i = start; i < end; i++) {
    for (let k = 0; k < size; k++) {
      const factor = a[i * size + k]!;
      for (let j = 0; j < size; j++) product[i * size + j]! += factor * b[k * size + j]!;
    }
  }
}

/** A copy in memory that all threads see. */
function copiedFloat64Array(values: Float64Array): Float64Array {
  const copy = new Float64Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}

/** A copy in memory that all threads see; what lies there already, or is no such array, stays as it is. */
function sharedFloat64Array(values: Float64Array): Float64Array {
  if (!(values instanceof Float64Array) || values.buffer instanceof SharedArrayBuffer) return values;
  const copy = new Float64Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}

// The timed loop. Everything else about sampling can be slow; this file is what a call is measured with.
import { drained, drainedAsync, type ResultKind } from '../../process/child/consume.ts';
import type { Block } from './workload.ts';

export type Call = (receiver: unknown, args: readonly unknown[]) => unknown;

/** Results are stored in a field of a live object, so no call can be dropped for having no effect. */
export interface Sink {
  value: unknown;
}

/**
 * Milliseconds that `repeats` times the block takes. Invariant: the call site has seen several functions before it is used for a variant
 * (empty-calls.ts), and its callers hold `call` where it can change, so V8 inlines none of them here and moves nothing out of the loop.
 */
export function timeCalls(
  call: Call,
  block: Block,
  repeats: number,
  reset: (() => void) | undefined,
  sink: Sink,
): number {
  const { receivers, lists } = block;
  const length = lists.length;
  // A single block starts from a state that was forgotten before the clock runs; later ones pay for forgetting, against the candidate.
  if (reset !== undefined && repeats === 1) reset();
  const start = performance.now();
  for (let repeat = 0; repeat < repeats; repeat++) {
    if (reset !== undefined && repeats > 1) reset();
    for (let i = 0; i < length; i++) sink.value = call(receivers[i], lists[i] as readonly unknown[]);
  }
  return performance.now() - start;
}

/** The same for functions that answer with promises, one call after another. */
export async function timeAsyncCalls(
  call: Call,
  block: Block,
  repeats: number,
  reset: (() => void) | undefined,
  sink: Sink,
): Promise<number> {
  const { receivers, lists } = block;
  const length = lists.length;
  if (reset !== undefined && repeats === 1) reset();
  const start = performance.now();
  for (let repeat = 0; repeat < repeats; repeat++) {
    if (reset !== undefined && repeats > 1) reset();
    for (let i = 0; i < length; i++) sink.value = await call(receivers[i], lists[i] as readonly unknown[]);
  }
  return performance.now() - start;
}

/** All calls of the block started, then all awaited: what a caller with many promises would write. */
export async function timeCallsTogether(call: Call, block: Block, repeats: number, sink: Sink): Promise<number> {
  const { receivers, lists } = block;
  const start = performance.now();
  for (let repeat = 0; repeat < repeats; repeat++) {
    sink.value = await Promise.all(lists.map((list, i) => call(receivers[i], list)));
  }
  return performance.now() - start;
}

/** A call that is done when it returns (or when its promise settles): generators are run to their end. */
export function completeCall(call: Call, kind: ResultKind): Call {
  if (kind === 'generator') return (receiver, args) => drained(call(receiver, args));
  if (kind === 'async-generator') return (receiver, args) => drainedAsync(call(receiver, args));
  return call;
}

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
 * (see `loopFloor`), so V8 inlines none of them here and moves nothing out of the loop.
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

/**
 * Nanoseconds that one turn of the synchronous loop takes with a function that does nothing: the least that can be measured. Two functions
 * take turns, so that the loop has seen several call targets by the time a variant comes.
 */
export function loopFloor(sink: Sink): number {
  const turns = 4096;
  const list: readonly unknown[] = [1];
  const block: Block = { receivers: new Array<unknown>(turns).fill(undefined), lists: new Array(turns).fill(list) };
  const empty: Call = () => undefined;
  const echo: Call = (_receiver, args) => args[0];
  const pick: Call = (receiver) => receiver;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 40; i++) {
    least = Math.min(least, timeCalls(empty, block, 1, undefined, sink));
    timeCalls(echo, block, 1, undefined, sink);
    timeCalls(pick, block, 1, undefined, sink);
  }
  return (least * 1e6) / turns;
}

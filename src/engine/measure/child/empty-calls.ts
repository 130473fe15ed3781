// What a call costs that does nothing, timed on the very way that the variant's samples go: the floor of what can be measured, and, compared
// before and after sampling, whether the compiler has inlined calls into the timed loop.
//
// What a loop looks like that does inline (Node 20, one machine): an empty call costs 4.2 ns in a loop that has seen several functions, 0.9 ns
// where it is inlined; after a loop was compiled for one variant alone, the first turns of another function cost 18 ns instead of 6.
import type { EmptyCalls } from '../../process/protocol.ts';
import type { Call } from './call-loop.ts';
import type { Sampler } from './sampler.ts';
import type { Block } from './workload.ts';

/** Calls of one turn: some 20 us, far above the timer's step and below a time slice. */
const CALLS = 4096;
const AWAITED_CALLS = 512;
const TURNS = 40;
/** What the loop has to see, it sees in a few turns; it is compiled while the variant warms up. */
const TURNS_BEFORE = 8;
const SHORT_CALLS = 16;
/** A loop that has to be compiled anew stays slow for longer than that; one interrupted turn does not decide. */
const FIRST_TURNS = 5;
/** The compiler works in the background: a loop that was slow at first is waited for so long, to see whether it becomes fast again. */
const MOST_TURNS = 250;
const RECOVERED = 0.5;

/** The part of a sampler that is asked here. */
export type EmptyCallTimer = Pick<Sampler, 'isAsync' | 'timeOther'>;

/**
 * To be called before the variant is sampled: several functions take turns, on lists of both kinds that blocks have (with and without holes, to
 * the compiler) and with state to forget, so that the loop has seen all there is by the time the variant comes: it is neither compiled for one
 * function nor thrown away and run slowly in the middle of the samples. Nanoseconds for an empty call.
 */
export async function emptyCallBefore(timer: EmptyCallTimer): Promise<number> {
  const block = blockOfCalls(timer.isAsync);
  const packed = { receivers: block.receivers.map((one) => one), lists: block.lists.map((one) => one) };
  const short = { receivers: packed.receivers.slice(0, SHORT_CALLS), lists: packed.lists.slice(0, SHORT_CALLS) };
  const forget = (): void => {};
  const [empty, ...others] = emptyFunctions(timer.isAsync);
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < TURNS_BEFORE; turn++) {
    least = Math.min(least, await turnNs(timer, empty, block));
    for (const [kind, other] of others.entries()) {
      await turnNs(timer, other, packed);
      await timer.timeOther(other, short, 1 + kind, forget);
    }
  }
  return least;
}

/** To be called right after the last sample. */
export async function emptyCallsAfter(timer: EmptyCallTimer, beforeNs: number): Promise<EmptyCalls> {
  const block = blockOfCalls(timer.isAsync);
  const [empty] = emptyFunctions(timer.isAsync);
  let firstAfterNs = Number.POSITIVE_INFINITY;
  let afterNs = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const taken = await turnNs(timer, empty, block);
    if (turn < FIRST_TURNS) firstAfterNs = Math.min(firstAfterNs, taken);
    afterNs = Math.min(afterNs, taken);
    // Before, the loop was not compiled yet: what is much faster now has been compiled, and for any function.
    const isCompiled = firstAfterNs < beforeNs * RECOVERED;
    if (turn >= TURNS && (isCompiled || afterNs < firstAfterNs * RECOVERED)) break;
  }
  return { beforeNs, firstAfterNs, afterNs };
}

async function turnNs(timer: EmptyCallTimer, call: Call, block: Block): Promise<number> {
  const taken = timer.timeOther(call, block);
  return ((typeof taken === 'number' ? taken : await taken) * 1e6) / block.lists.length;
}

function emptyFunctions(isAsync: boolean): readonly [Call, Call, Call] {
  if (!isAsync) return [() => undefined, (_receiver, args) => args[0], (receiver) => receiver];
  return [async () => undefined, async (_receiver, args) => args[0], (receiver) => Promise.resolve(receiver)];
}

function blockOfCalls(isAsync: boolean): Block {
  const calls = isAsync ? AWAITED_CALLS : CALLS;
  const list: readonly unknown[] = [1];
  return { receivers: new Array<unknown>(calls).fill(undefined), lists: new Array<typeof list>(calls).fill(list) };
}

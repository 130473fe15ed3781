// Takes samples of one workload: k calls at a time, k chosen so that a sample stands well above the timer, arguments renewed outside the timed
// region. When to take them is decided by warm-up.ts and by tinybench (sample-case.ts).
import type { ResultKind } from '../../process/child/consume.ts';
import { type Call, completeCall, type Sink, timeAsyncCalls, timeCalls, timeCallsTogether } from './call-loop.ts';
import { type Block, REPEATED_CALLS, repeated, type WorkloadPlan } from './workload.ts';

/** A sample is at least this long where calls can be repeated: reading the timer, about 0.1 us, is then below 0.1 % of it. */
const SAMPLE_MS = 0.2;
/** Samples shorter than that are worth making longer. */
export const SHORT_SAMPLE_MS = SAMPLE_MS / 2;
/** Fresh arguments prepared for one sample: bounded in number, for memory, and in time. */
const MOST_RENEWED = 4096;
const MOST_PREPARING_MS = 10;
const MOST_REPEATS = 1_000_000;
/** A sample grows by no more than this at once: one lucky call says little about the next thousand. */
const MOST_GROWTH = 8;
/** The fastest of so many samples decides, so that one that was interrupted does not make the next ones too short for the timer. */
const REMEMBERED_SAMPLES = 3;

export interface Sampler {
  readonly isAsync: boolean;
  /** One promise after another, not many at once. */
  readonly awaitsEachCall: boolean;
  /** Makes the next sample's arguments ready, outside the timed region. */
  readonly prepare: () => void;
  /** Runs the prepared calls: milliseconds for all of them. */
  readonly take: () => number | Promise<number>;
  /** Calls of the user's function in the sample that was prepared last. */
  readonly calls: () => number;
  /** Another function on other arguments, timed on the very way that `take` goes: milliseconds for the block. */
  readonly timeOther: (other: Call, calls: Block, turns?: number, reset?: () => void) => number | Promise<number>;
  /** What the last sample was taken with. */
  readonly lastBlock: () => Block;
  /** Since it was made: argument lists made ready, and times that a list was handed to the function. */
  readonly listsMade: () => number;
  readonly listsUsed: () => number;
  /** Chooses how many calls the next sample takes, from what the last ones cost. */
  readonly resize: (preparingMs: number, takenMs: number) => void;
}

export function createSampler(
  plan: WorkloadPlan,
  variantCall: Call,
  kind: ResultKind,
  /** Arguments that calls leave as they are; without, every call gets its own. */
  reused: Block | undefined,
  sink: Sink,
): Sampler {
  const isAsync = kind === 'promise' || kind === 'async-generator';
  const complete = completeCall(variantCall, kind);
  // A constant here would be inlined with its loop into whoever takes samples, once there have been enough of them: the figure of a small
  // function then falls to less than half in the middle of a run. It is written to, by `timeOther`, so the compiler cannot take it for one.
  let call = complete;
  let listsMade = 0;
  let listsUsed = 0;
  let wantedLength = 1;
  let repeats = 1;
  let block = reused;
  let entries = 1;
  const renew = reused === undefined;
  const recentEntryMs: number[] = [];

  const time = (calls: Block, turns: number, reset: (() => void) | undefined): number | Promise<number> => {
    if (!isAsync) return timeCalls(call, calls, turns, reset, sink);
    if (plan.together) return timeCallsTogether(call, calls, turns, sink);
    return timeAsyncCalls(call, calls, turns, reset, sink);
  };

  return {
    isAsync,
    awaitsEachCall: isAsync && !plan.together,
    prepare: () => {
      if (renew || block === undefined) {
        block = plan.makeBlock(wantedLength);
        listsMade += block.lists.length;
      }
      entries = block.lists.length;
    },
    take: () => {
      if (block === undefined) throw new Error('a sample is prepared before it is taken');
      listsUsed += entries * repeats;
      return time(block, repeats, plan.reset);
    },
    calls: () => entries * plan.callsPerEntry * repeats,
    timeOther: (other, calls, turns = 1, reset = undefined) => {
      call = other;
      // The loop has been handed the function when this returns, whether or not it has ended.
      const taken = time(calls, turns, reset);
      call = complete;
      return taken;
    },
    lastBlock: () => {
      if (block === undefined) throw new Error('no sample was taken');
      return block;
    },
    listsMade: () => listsMade,
    listsUsed: () => listsUsed,
    resize: (preparingMs, takenMs) => {
      const before = entries * repeats;
      recentEntryMs.push(Math.max(takenMs / before, 1e-7));
      if (recentEntryMs.length > REMEMBERED_SAMPLES) recentEntryMs.shift();
      const ideal = Math.ceil(SAMPLE_MS / Math.min(...recentEntryMs));
      const wanted = Math.max(1, Math.min(ideal, before * MOST_GROWTH));
      if (!plan.lengthIsFree) {
        repeats = renew ? 1 : Math.min(MOST_REPEATS, Math.max(1, Math.ceil(wanted / entries)));
      } else if (renew) {
        const affordable = Math.floor(MOST_PREPARING_MS / Math.max(preparingMs / entries, 1e-7));
        setLength(Math.max(1, Math.min(wanted, affordable, MOST_RENEWED)));
      } else if (wanted <= REPEATED_CALLS) {
        setLength(wanted);
        repeats = 1;
      } else {
        setLength(REPEATED_CALLS);
        repeats = Math.min(MOST_REPEATS, Math.ceil(wanted / REPEATED_CALLS));
      }
    },
  };

  function setLength(length: number): void {
    if (length !== wantedLength) block = reused && repeated(reused, length);
    wantedLength = length;
  }
}

// What a candidate's cache does on the declared calls: how many repeat, what a call costs whose arguments are new (a miss) and one whose result
// is remembered (a hit), and what the entries hold of the heap. Runs after the samples, because it forgets and fills the cache at will. What
// the figures are worth against the original's time is judged elsewhere.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { VariantModule } from '../../../model/variant.ts';
import type { CallInput, CaseInputs } from '../../process/child/cases.ts';
import { settled } from '../../process/child/consume.ts';
import { fingerprint } from '../../process/child/fingerprint.ts';
import type { CacheAnswer, SampleTask } from '../../process/protocol.ts';

export interface CacheUse {
  readonly hitRate?: number;
  readonly cacheEntries?: number;
  readonly cache?: CacheAnswer;
}

/** Hits take nanoseconds: so long that the clock's step is nothing against it. */
const HITS_MS = 8;
/** So long are passes of misses repeated; a single pass when it takes longer. */
const MISSES_MS = 5;
/** What no call costs less than; the clock and the loop know no better. */
const LEAST_NS = 1;
/** Calls of a pass over hits; all of them for sequences that are shorter. */
const MOST_HITS = 1000;
/** Below this the heap's own ups and downs are larger than what the entries hold. */
const FEWEST_BYTES = 16 * 1024;

export async function cacheUse(task: SampleTask, module: VariantModule, inputs: CaseInputs): Promise<CacheUse> {
  const { cacheSize, reset } = module;
  if (task.workload !== 'sequence' || cacheSize === undefined || reset === undefined) return {};
  const calls = inputs.sequence?.() ?? [inputs.call()];
  const firsts = withoutRepeats(calls);
  const collect = collector();
  reset();
  collect();
  const emptyBytes = process.memoryUsage().heapUsed;
  const misses = await timed(module, firsts);
  const cacheEntries = cacheSize();
  collect();
  const bytes = process.memoryUsage().heapUsed - emptyBytes;
  // Fewer entries than calls: some are not remembered, so that calling again is no hit.
  const hits = cacheEntries < firsts.length ? undefined : await hitTime(module, firsts.slice(-MOST_HITS), cacheSize);
  const missTotal = Math.min(misses, await missTime(module, firsts, reset)) / firsts.length;
  // The original's time is told without what calling costs, and so are these.
  const emptyNs = (await hitTime(nothing, firsts.slice(-MOST_HITS), () => 0)) ?? 0;
  const missNs = Math.max(missTotal - emptyNs, LEAST_NS);
  const cache: CacheAnswer = {
    calls: calls.length,
    distinct: firsts.length,
    entries: cacheEntries,
    missNs,
    ...(hits === undefined ? {} : { hitNs: Math.max(hits - emptyNs, LEAST_NS) }),
    ...(bytes < FEWEST_BYTES ? {} : { bytes }),
  };
  // With exactly one entry for each distinct list nothing was evicted, and no call added entries of its own: every repeat was answered.
  const isCounted = calls.length >= 2 && cacheEntries === firsts.length;
  return {
    cacheEntries,
    cache,
    ...(isCounted ? { hitRate: (calls.length - firsts.length) / calls.length } : {}),
  };
}

/** Is called in place of a variant, and does nothing. */
const nothing: Pick<VariantModule, 'call'> = { call: () => undefined };

function withoutRepeats(calls: readonly CallInput[]): readonly CallInput[] {
  const seen = new Set<string>();
  return calls.filter(({ args }) => {
    const { text } = fingerprint(args);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

/** Nanoseconds of all calls, one after another. */
async function timed(module: Pick<VariantModule, 'call'>, calls: readonly CallInput[]): Promise<number> {
  const start = performance.now();
  for (const { receiver, args } of calls) {
    const returned = module.call(receiver, args);
    // Awaiting what is no promise would cost more than the hit.
    if (returned instanceof Promise) await settled(returned);
  }
  return (performance.now() - start) * 1e6;
}

/** Nanoseconds of all calls from a forgotten state: the best pass, since the first ones are slowed by the collection before them. */
async function missTime(module: VariantModule, calls: readonly CallInput[], reset: () => void): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  const start = performance.now();
  do {
    reset();
    best = Math.min(best, await timed(module, calls));
  } while (performance.now() - start < MISSES_MS);
  reset();
  return best;
}

/** Of a call whose result is remembered; undefined when calling again adds entries, so that no call is surely answered. */
async function hitTime(
  module: Pick<VariantModule, 'call'>,
  calls: readonly CallInput[],
  cacheSize: () => number,
): Promise<number | undefined> {
  await timed(module, calls);
  const entries = cacheSize();
  let best = Number.POSITIVE_INFINITY;
  const start = performance.now();
  do {
    // A single call is shorter than the clock's step.
    let total = 0;
    let passes = 0;
    do {
      total += await timed(module, calls);
      passes += 1;
    } while (passes * calls.length < MOST_HITS && total < HITS_MS * 1e6);
    best = Math.min(best, total / (passes * calls.length));
  } while (performance.now() - start < HITS_MS);
  return cacheSize() === entries ? best : undefined;
}

/** Runs the collector, which Node hides; nothing is measured in this process any more that the switch could change. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

// Bytes allocated per call and the garbage collector's share of the time, from calls made after the samples: watching the collector costs
// time that must not be in them. Only this thread's heap is seen, not those of worker threads.
import { GCProfiler } from 'node:v8';
import { median, quantile } from '../../statistics/quantile.ts';
import type { Sampler } from './sampler.ts';

export interface MemoryUse {
  readonly allocatedBytesPerCall?: number;
  readonly collector?: { readonly milliseconds: number; readonly ofMs: number };
}

const READINGS = 5;
const FEWEST_READINGS = 3;
/** So many that noise, shared among them, is less than the smallest object each. */
const MANY_CALLS = 1000;
const AGREE_WITHIN = 0.1;
/** Growth of a reading below this is nothing: less than the smallest objects, one for each call of some. */
const NOTHING_BYTES = 256;
/** Growth below this is within what background compilation allocates, unless readings agree on it. */
const NOISE_BYTES = 4096;
/** Growth so far above it that one reading is enough, where a call is too slow for more. */
const PLAIN_BYTES = 64 * NOISE_BYTES;
/** The collector runs every few milliseconds at most; its share is that of so long, over all processes of a variant. */
const WATCH_MS = 20;
/** Takes about `budgetMs`, and at least one sample. */
export async function memoryUse(sampler: Sampler, budgetMs: number): Promise<MemoryUse> {
  // Reading allocates as well, the first time more than later.
  await watched(() => 0);
  const empty = (await watched(() => 0)).bytes ?? 0;
  const readings: Watched[] = [];
  const takeOne = async (): Promise<void> => {
    sampler.prepare();
    const one = await watched(sampler.take);
    readings.push(one.bytes === undefined ? one : { ...one, bytes: one.bytes - empty });
  };
  const start = performance.now();
  // Time of calls, not of the wall: a process that is held up still gets the readings that it needs.
  const callingMs = (): number => sum(readings, ({ ms }) => ms);
  while (readings.length < READINGS && (readings.length === 0 || callingMs() < budgetMs)) await takeOne();
  const fewest = readings.length < FEWEST_READINGS ? 1 : FEWEST_READINGS;
  const quiet = readings.filter(({ collections }) => collections === 0);
  const undisturbed = agreed(bytesOf(quiet), sampler.calls(), fewest);
  // What allocates nothing gives the collector nothing to do.
  if (undisturbed !== 0) while (performance.now() - start < Math.min(WATCH_MS, budgetMs)) await takeOne();
  const allocated = undisturbed ?? agreed(bytesOf(readings), sampler.calls(), fewest);
  return {
    ...(allocated === undefined ? {} : { allocatedBytesPerCall: allocated }),
    collector: {
      milliseconds: sum(readings, ({ collectorMs }) => collectorMs),
      ofMs: callingMs(),
    },
  };
}

function bytesOf(readings: readonly Watched[]): number[] {
  return readings.flatMap(({ bytes }) => bytes ?? []);
}

interface Watched {
  /** Allocated meanwhile, collected or not; undefined when that cannot be said. */
  readonly bytes: number | undefined;
  readonly collections: number;
  readonly collectorMs: number;
  readonly ms: number;
}

/**
 * Runs once. What was allocated is the growth of the heap between collections: up to the first, from each to the next, and from the last to the
 * end, so that calls which allocate more than the young generation holds have a figure as well. Array buffers live outside of the heap and are
 * freed at any time after a collection, so with them there is a figure only when none ran.
 */
async function watched(run: () => number | Promise<number>): Promise<Watched> {
  const profiler = new GCProfiler();
  profiler.start();
  const before = process.memoryUsage();
  const taken = run();
  const ms = typeof taken === 'number' ? taken : await taken;
  const after = process.memoryUsage();
  const { statistics } = profiler.stop();
  let heap = 0;
  let from = { usedHeapSize: before.heapUsed, externalMemory: before.external };
  let isExternalQuiet = true;
  for (const { beforeGC, afterGC } of statistics) {
    const { usedHeapSize, externalMemory } = beforeGC.heapStatistics;
    heap += usedHeapSize - from.usedHeapSize;
    isExternalQuiet = isExternalQuiet && Math.abs(externalMemory - from.externalMemory) < NOISE_BYTES;
    from = afterGC.heapStatistics;
  }
  heap += after.heapUsed - from.usedHeapSize;
  const external = after.external - from.externalMemory;
  return {
    bytes:
      statistics.length === 0
        ? heap + external
        : isExternalQuiet && Math.abs(external) < NOISE_BYTES
          ? heap
          : undefined,
    collections: statistics.length,
    // GCProfiler counts microseconds.
    collectorMs: sum(statistics, ({ cost }) => cost) / 1000,
    ms,
  };
}

/** Undefined when the readings disagree, are too few, or show growth that is hard to tell from nothing. */
function agreed(readings: readonly number[], calls: number, fewest: number): number | undefined {
  if (readings.length < fewest || calls === 0) return undefined;
  const middle = median(readings);
  if (readings.length < FEWEST_READINGS && middle < PLAIN_BYTES) return undefined;
  if (Math.abs(middle) < NOTHING_BYTES) return 0;
  const spread = quantile(readings, 0.75) - quantile(readings, 0.25);
  if (middle > 0 && spread <= AGREE_WITHIN * middle) return Math.round(middle / calls);
  return Math.abs(middle) < NOISE_BYTES && calls >= MANY_CALLS ? 0 : undefined;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

// Bytes allocated per call, read from the growth of the heap while no collection ran. Given only when several readings agree.
import { GCProfiler } from 'node:v8';
import { quantile } from '../../statistics/quantile.ts';
import type { Sampler } from './sampler.ts';

const READINGS = 5;
const AGREE_WITHIN = 0.1;
/** Growth below this per reading is within what reading itself and background compilation allocate. */
const NOISE_BYTES = 4096;

/** Undefined when the collector ran in most readings (the function allocates more than the young generation holds) or they disagree. */
export async function allocatedBytesPerCall(sampler: Sampler): Promise<number | undefined> {
  const readings: number[] = [];
  const empty = await heapGrowth(() => 0);
  if (empty === undefined) return undefined;
  let calls = 0;
  for (let i = 0; i < READINGS; i++) {
    sampler.prepare();
    const growth = await heapGrowth(sampler.take);
    if (growth === undefined) continue;
    calls = sampler.calls();
    readings.push(growth - empty);
  }
  if (readings.length < 3 || calls === 0) return undefined;
  const middle = quantile(readings, 0.5);
  if (Math.abs(middle) < NOISE_BYTES) return calls >= 1000 ? 0 : undefined;
  const spread = quantile(readings, 0.75) - quantile(readings, 0.25);
  return middle > 0 && spread <= AGREE_WITHIN * middle ? Math.round(middle / calls) : undefined;
}

/** Undefined when a collection ran meanwhile. */
async function heapGrowth(run: () => number | Promise<number>): Promise<number | undefined> {
  const profiler = new GCProfiler();
  profiler.start();
  const before = usedBytes();
  const taken = run();
  if (typeof taken !== 'number') await taken;
  const after = usedBytes();
  return profiler.stop().statistics.length === 0 ? after - before : undefined;
}

function usedBytes(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

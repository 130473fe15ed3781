// Whether a rewrite needs clearly less memory than the original: a result of its own, with or without a gain in time.
import type { Measured, MemoryPeak } from '../../model/report.ts';

/** Resident sets vary by some megabytes from process to process, with when the collector runs. */
const SMALLEST_GAIN_BYTES = 16 * 1024 * 1024;
const SMALLEST_GAIN_RATIO = 1.5;
const FEWEST_PROCESSES = 3;

/** At the largest case that both have figures for. */
export function memoryGain(baseline: Measured, candidate: Measured | undefined): MemoryPeak | undefined {
  for (const original of [...baseline.perCase].reverse()) {
    const rewrite = candidate?.perCase.find(({ label }) => label === original.label);
    if (original.addedRssBytes === undefined || rewrite?.addedRssBytes === undefined) continue;
    const fewest = Math.min(original.processes?.count ?? 0, rewrite.processes?.count ?? 0);
    // Below nothing the rest is chance.
    const bytes = Math.max(rewrite.addedRssBytes, 1024 * 1024);
    const isClear =
      fewest >= FEWEST_PROCESSES &&
      original.addedRssBytes - bytes >= SMALLEST_GAIN_BYTES &&
      original.addedRssBytes >= bytes * SMALLEST_GAIN_RATIO;
    return isClear ? { label: original.label, originalBytes: original.addedRssBytes, bytes } : undefined;
  }
  return undefined;
}

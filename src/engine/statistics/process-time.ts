// From the samples of one process to one number, and from the numbers of several processes to a time with its interval.
// The unit is the process, not the sample: the spread between processes is 2 to 10 times what the samples of one process show, so an interval
// from one process lies. See ARCHITECTURE.md, "Measurement".
import type { Estimate } from '../../model/report.ts';
import { quantile } from './quantile.ts';
import { type Sample, toSample } from './sample.ts';
import { halfWidth, trimmedMean } from './trimmed-mean.ts';

/**
 * On a shared machine noise only adds time, so a low percentile varies least; the minimum itself would hang on one lucky sample. Between processes
 * the 10th percentile varied less than the 25th in 11 of 14 subjects of `npm run bench:measurement`, the median and the mean far more.
 */
const LOW_FRACTION = 0.1;

/** The low percentile of one process, in the unit of its samples. Undefined without a finite sample. */
export function processLow(samples: readonly number[]): number | undefined {
  return processQuantile(samples, LOW_FRACTION);
}

/** The middle sample of one process: for code whose slower calls are its own doing, since it is what makes the collector run. */
export function processMedian(samples: readonly number[]): number | undefined {
  return processQuantile(samples, 0.5);
}

export interface ProcessSamples {
  readonly samples: readonly number[];
  /** What the collector took of watched calls; absent where nobody looked. */
  readonly collector?: { readonly milliseconds: number; readonly ofMs: number };
}

/** Share of the time of calls that the collector takes in code that is to be judged with it. */
const COLLECTED_SHARE = 0.03;

/**
 * How a process becomes one number, for variants that are compared. A low percentile leaves out what the machine does to single calls, but also
 * the collector, which is the function's own: where it takes a share of the time in any of the variants, all of them are taken by their middle.
 */
export function callTimeFor(
  variants: readonly (readonly ProcessSamples[])[],
): (process: ProcessSamples) => number | undefined {
  const isCollected = variants.some((processes) => {
    const collectors = processes.flatMap(({ collector }) => collector ?? []);
    const ofMs = collectors.reduce((sum, one) => sum + one.ofMs, 0);
    return ofMs > 0 && collectors.reduce((sum, one) => sum + one.milliseconds, 0) / ofMs > COLLECTED_SHARE;
  });
  return ({ samples }) => (isCollected ? processMedian(samples) : processLow(samples));
}

function processQuantile(samples: readonly number[], fraction: number): number | undefined {
  const finite = samples.filter((value) => Number.isFinite(value));
  return finite.length === 0 ? undefined : quantile(finite, fraction);
}

/** The mean of one process: what a low percentile leaves out (garbage collection, slow phases) is in here. */
export function processMean(samples: readonly number[]): number | undefined {
  const finite = samples.filter((value) => Number.isFinite(value));
  return finite.length === 0 ? undefined : finite.reduce((sum, value) => sum + value, 0) / finite.length;
}

/**
 * A time from the lows of several processes: the trimmed mean of their logarithms, so that the interval never reaches below zero and
 * twice as slow weighs like twice as fast. Undefined when a value is not positive.
 */
export function estimateTime(processTimes: Sample): Estimate | undefined {
  const logs = toSample(processTimes.values.map((value) => Math.log(value)));
  if (logs === undefined) return undefined;
  const center = trimmedMean(logs);
  const half = halfWidth(center, 0.95);
  return {
    value: Math.exp(center.mean),
    low: Math.exp(center.mean - half),
    high: Math.exp(center.mean + half),
    confidence: 0.95,
  };
}

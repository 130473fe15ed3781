// How many times faster: the ratio of two variants from processes that ran in the same rounds.
// Pairs by round take out what slows a whole round down (another program, a hot machine); the logarithm makes a ratio symmetric; the
// trimmed mean keeps one bistable process from deciding. See trimmed-mean.ts for the source of the interval.
import type { Estimate } from '../../model/report.ts';
import { toSample } from './sample.ts';
import { halfWidth, probabilityOf, type TrimmedMean, trimmedMean } from './trimmed-mean.ts';

/**
 * Fewer pairs are not trimmed: a wild one then widens the interval, while cutting would leave two or three degrees of freedom. Between processes that
 * vary by a twentieth, beside four other candidates, five pairs find a difference of 1.5x in 98 of 100 runs so and in 28 of 100 with two of them
 * cut, and claim one where there is none no more often (coverage.test.ts).
 */
const FEWEST_TRIMMED = 8;

export interface PairedRatio {
  /** First divided by second: above 1 the second is faster. */
  readonly ratio: Estimate;
  /** Two-sided probability of such a ratio if both were equally fast, for this one comparison. */
  readonly probability: number;
  readonly pairs: number;
  /** The trimmed mean of the logarithms behind it, for intervals at other levels. */
  readonly logarithm: TrimmedMean;
}

/**
 * Keys are round numbers. Undefined with fewer than two common rounds or when a time is not positive. `varianceFactor` widens the interval for what
 * else is uncertain in the times (machine-speed.ts).
 */
export function pairedRatio(
  first: ReadonlyMap<number, number>,
  second: ReadonlyMap<number, number>,
  varianceFactor = 1,
): PairedRatio | undefined {
  const logs: number[] = [];
  for (const [round, time] of first) {
    const other = second.get(round);
    if (other !== undefined) logs.push(Math.log(time / other));
  }
  const sample = toSample(logs);
  if (sample === undefined) return undefined;
  const trimmed = trimmedMean(sample, FEWEST_TRIMMED);
  const logarithm = { ...trimmed, standardError: trimmed.standardError * Math.sqrt(varianceFactor) };
  return {
    ratio: { ...ratioInterval(logarithm, 0.95), confidence: 0.95 },
    probability: probabilityOf(logarithm, 0),
    pairs: logs.length,
    logarithm,
  };
}

/** The interval of the ratio at any level. */
export function ratioInterval(
  logarithm: TrimmedMean,
  confidence: number,
): { readonly value: number; readonly low: number; readonly high: number } {
  const half = halfWidth(logarithm, confidence);
  return {
    value: Math.exp(logarithm.mean),
    low: Math.exp(logarithm.mean - half),
    high: Math.exp(logarithm.mean + half),
  };
}

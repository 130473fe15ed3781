// How many times faster: the ratio of two variants from processes that ran in the same rounds.
// Pairs by round take out what slows a whole round down (another program, a hot machine); the logarithm makes a ratio symmetric; the
// trimmed mean keeps one bistable process from deciding. See trimmed-mean.ts for the source of the interval.
import type { Estimate } from '../../model/report.ts';
import { median } from './quantile.ts';
import { toSample } from './sample.ts';
import { halfWidth, probabilityOf, type TrimmedMean, trimmedMean } from './trimmed-mean.ts';

/**
 * Fewer pairs are not trimmed: a wild one then widens the interval, while cutting would leave two or three degrees of freedom. Between processes that
 * vary by a twentieth, beside four other candidates, five pairs find a difference of 1.5x in 98 of 100 runs so and in 28 of 100 with two of them
 * cut, and claim one where there is none no more often (coverage.test.ts).
 */
const FEWEST_TRIMMED = 8;
/** When all times of one variant are this many times those of the other, how far apart they are is no matter of a tail. */
const PLAINLY_APART = 2;
const MOST_BORROWED_DEGREES = 6;

/** How much the logarithms of pairs of other variants vary, in the same rounds. */
export interface PairSpread {
  readonly variance: number;
  readonly degrees: number;
}

export function pairSpread(
  first: ReadonlyMap<number, number>,
  second: ReadonlyMap<number, number>,
): PairSpread | undefined {
  const sample = toSample(logarithmsOf(first, second));
  if (sample === undefined) return undefined;
  const { standardError, degrees } = trimmedMean(sample, Number.POSITIVE_INFINITY);
  return { variance: standardError ** 2 * (degrees + 1), degrees };
}

export interface PairedRatio {
  /** First divided by second: above 1 the second is faster. */
  readonly ratio: Estimate;
  /** Two-sided probability of such a ratio if both were equally fast, for this one comparison. */
  readonly probability: number;
  readonly pairs: number;
  /** The trimmed mean of the logarithms behind it, for intervals at other levels. */
  readonly logarithm: TrimmedMean;
}

interface Uncertainty {
  /** Widens the interval for what else is uncertain in the times (machine-speed.ts). */
  readonly varianceFactor?: number;
  /** Of the other variants of the case. */
  readonly others?: readonly PairSpread[];
}

/** Keys are round numbers. Undefined with fewer than two common rounds or when a time is not positive. */
export function pairedRatio(
  first: ReadonlyMap<number, number>,
  second: ReadonlyMap<number, number>,
  { varianceFactor = 1, others = [] }: Uncertainty = {},
): PairedRatio | undefined {
  const sample = toSample(logarithmsOf(first, second));
  if (sample === undefined) return undefined;
  const pairs = sample.values.length;
  const alone = trimmedMean(sample, FEWEST_TRIMMED);
  const trimmed =
    pairs < FEWEST_TRIMMED && others.length > 0 ? withOthers(alone, others, isPlainlyApart(first, second)) : alone;
  const logarithm = { ...trimmed, standardError: trimmed.standardError * Math.sqrt(varianceFactor) };
  return {
    ratio: { ...ratioInterval(logarithm, 0.95), confidence: 0.95 },
    probability: probabilityOf(logarithm, 0),
    pairs,
    logarithm,
  };
}

function logarithmsOf(first: ReadonlyMap<number, number>, second: ReadonlyMap<number, number>): readonly number[] {
  return [...first].flatMap(([round, time]) => {
    const other = second.get(round);
    return other === undefined ? [] : [Math.log(time / other)];
  });
}

/**
 * A few pairs can agree by accident, and then say that they hardly vary: they are taken to vary at least as much as a mixture of their own
 * variance and the usual one of the other variants, after Smyth, "Linear models and empirical Bayes methods", Statistical Applications in Genetics and
 * Molecular Biology 3 (2004). What is known of the others counts as further degrees of freedom only where the two are plainly apart: they may
 * vary less than these do. By simulation this claims less between equals than the pairs alone, and finds 4x in three rounds (coverage.test.ts).
 */
function withOthers(alone: TrimmedMean, others: readonly PairSpread[], isPlain: boolean): TrimmedMean {
  const { degrees } = alone;
  const own = alone.standardError ** 2 * (degrees + 1);
  const usual = median(others.map(({ variance }) => variance));
  const borrowed = Math.min(MOST_BORROWED_DEGREES, others.reduce((sum, other) => sum + other.degrees, 0) / 2);
  const mixed = (borrowed * usual + degrees * own) / (borrowed + degrees);
  return {
    mean: alone.mean,
    standardError: Math.sqrt(Math.max(own, mixed) / (degrees + 1)),
    degrees: isPlain ? degrees + borrowed : degrees,
  };
}

function isPlainlyApart(first: ReadonlyMap<number, number>, second: ReadonlyMap<number, number>): boolean {
  const [ours, theirs] = [[...first.values()], [...second.values()]];
  const gap = Math.max(Math.min(...ours) / Math.max(...theirs), Math.min(...theirs) / Math.max(...ours));
  return gap >= PLAINLY_APART;
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

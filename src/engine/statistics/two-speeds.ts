// Does code run at one of two speeds from process to process? V8 decides some things once, when a process starts (where code is placed, which
// tier comes first), so a mean over processes can be a time that no process takes.
// Method: the split of the sorted logarithms with the least variance within its two parts (Otsu, IEEE Trans. SMC 9, 1979; the same as
// k-means with k = 2 on a line), accepted when the parts are far apart by Ashman's D (Ashman, Bird and Zepf, Astronomical Journal 108, 1994).
import type { Sample } from './sample.ts';

export interface TwoSpeeds {
  /** Medians of the two parts, in the unit of the sample. */
  readonly fast: number;
  readonly slow: number;
  /** Share of the sample in the slow part. */
  readonly slowShare: number;
}

/** Two parts of a normal sample reach 2 by themselves; 8 keeps the share of single speeds called two below one in a hundred (tested). */
const SEPARATION = 8;
const SMALLEST_RATIO = 1.05;
const FEWEST_VALUES = 6;
/** Fewer are outliers. */
const FEWEST_IN_A_PART = 2;

/** Undefined when one speed explains the sample, when it is small, or when a value is not positive. */
export function twoSpeeds({ values }: Sample): TwoSpeeds | undefined {
  if (values.length < FEWEST_VALUES || values.some((value) => value <= 0)) return undefined;
  const logs = values.map((value) => Math.log(value)).sort((a, b) => a - b);
  let best: { readonly low: readonly number[]; readonly high: readonly number[]; readonly within: number } | undefined;
  for (let cut = FEWEST_IN_A_PART; cut <= logs.length - FEWEST_IN_A_PART; cut++) {
    const low = logs.slice(0, cut);
    const high = logs.slice(cut);
    const within = sumOfSquares(low) + sumOfSquares(high);
    if (best === undefined || within < best.within) best = { low, high, within };
  }
  if (best === undefined) return undefined;
  const { low, high, within } = best;
  const apart = mean(high) - mean(low);
  const deviation = Math.sqrt(within / (logs.length - 2));
  if (apart < Math.log(SMALLEST_RATIO) || apart < SEPARATION * Math.SQRT1_2 * deviation) return undefined;
  return {
    fast: Math.exp(middle(low)),
    slow: Math.exp(middle(high)),
    slowShare: high.length / logs.length,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sumOfSquares(values: readonly number[]): number {
  const center = mean(values);
  return values.reduce((sum, value) => sum + (value - center) ** 2, 0);
}

/** Of sorted values. */
function middle(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] as number;
}

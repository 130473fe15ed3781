// The verdicts of a run. A claim ("faster", "slower") is made only when all of this holds for the largest size:
//   the interval of the ratio excludes 1, also after Holm's correction over all candidates of the run;
//   the difference is above SMALLEST_CLAIM, and above what two identical builds differed by in this same run;
//   the ratio of means points the same way as the ratio of low percentiles;
//   the baseline's call is long enough to be measured at all.
// Otherwise it is "no-difference" with the smallest difference that could have been seen, or "withheld" with the reason and what would help.
// Sentences of the summary are present/; here are only the reasons.
import type { Reason } from '../../model/reason.ts';
import type { Estimate, StrategyResult, Verdict } from '../../model/report.ts';
import { holmAdjusted } from '../statistics/holm.ts';
import { findBreakEven } from './break-even.ts';
import type { CandidateEstimate, Comparison, Estimates } from './estimate-measurements.ts';
import { oneTimeCost } from './payback.ts';
import { FEWEST_PAIRS, FLOOR_MULTIPLE, SIGNIFICANCE, SMALLEST_CLAIM, USEFUL_RESOLUTION } from './thresholds.ts';

export interface Judgement {
  readonly variantId: string;
  readonly verdict: Extract<Verdict, 'faster' | 'slower' | 'no-difference' | 'failed' | 'withheld'>;
  readonly reasons: readonly Reason[];
  /** The comparison that the verdict is about: the largest size. Absent when nothing could be compared. */
  readonly headline?: Comparison;
  /** With a difference smaller than this, nothing would have been seen (0.04 for 4 %). Present for 'no-difference'. */
  readonly smallestVisible?: number;
  readonly breakEven?: NonNullable<StrategyResult['breakEven']>;
  readonly payback?: NonNullable<StrategyResult['payback']>;
}

/** One judgement per candidate that was measured, all together: the more candidates, the stronger each one's evidence has to be. */
export function judgeCandidates(estimates: Estimates): ReadonlyMap<string, Judgement> {
  const candidates = [...estimates.candidates.values()];
  const headed = candidates.map((candidate) => ({ candidate, headline: headlineOf(candidate) }));
  const adjusted = holmAdjusted(headed.map(({ headline }) => headline?.probability ?? 1));
  return new Map(
    headed.map(({ candidate, headline }, index) => [
      candidate.variantId,
      judgeOne(candidate, headline, adjusted[index] ?? 1, estimates),
    ]),
  );
}

/** Whether the budget ended before anything could be said. */
export function hadTooFewRuns({ reasons }: Pick<Judgement, 'reasons'>): boolean {
  return reasons.some(({ code }) => code === 'too-few-runs');
}

function judgeOne(
  candidate: CandidateEstimate,
  headline: Comparison | undefined,
  probability: number,
  estimates: Estimates,
): Judgement {
  const { variantId } = candidate;
  const failed = candidate.failures.map(({ label, failure }) => ({
    code: 'run-failed',
    message: `${label}: ${failure.message}`,
    unlock: failure.nextStep,
  }));
  // A rewrite that cannot do a case that the original can is no rewrite, however fast it is elsewhere.
  if (failed.length > 0) return { variantId, verdict: 'failed', reasons: failed };
  if (headline === undefined || headline.pairs < FEWEST_PAIRS) {
    const reason = {
      code: 'too-few-runs',
      message: 'Too few processes ended within the budget to compare anything.',
      unlock: 'Give the run a larger budget or smaller sizes.',
    };
    return { variantId, verdict: 'withheld', reasons: [reason], ...(headline === undefined ? {} : { headline }) };
  }
  const decision = decide(headline, probability, estimates);
  const mixed = mixedSizes(candidate.comparisons, headline, estimates.noise.sameCodeDifference);
  const breakEven = decision.verdict === 'faster' ? findBreakEven(candidate.comparisons) : undefined;
  return {
    variantId,
    headline,
    verdict: decision.verdict,
    reasons: [...decision.reasons, ...mixed],
    ...(decision.smallestVisible === undefined ? {} : { smallestVisible: decision.smallestVisible }),
    ...(breakEven === undefined ? {} : { breakEven }),
    ...(decision.verdict === 'faster' ? { payback: oneTimeCost(headline) } : {}),
  };
}

interface Decision {
  readonly verdict: 'faster' | 'slower' | 'no-difference' | 'withheld';
  readonly reasons: readonly Reason[];
  readonly smallestVisible?: number;
}

function decide(comparison: Comparison, probability: number, { noise, noiseKnown }: Estimates): Decision {
  const { ratio, meanRatio, baselineTime, floorNs } = comparison;
  const effect = distanceFromOne(ratio.value);
  const { sameCodeDifference } = noise;
  if (!noiseKnown) {
    return withheld(
      'no-noise-figure',
      'The code could not be compared with itself, so the noise of this run is unknown.',
      MORE_BUDGET,
    );
  }
  if (baselineTime.value < FLOOR_MULTIPLE * floorNs) {
    const message = `A call takes about as long as calling an empty function (${floorNs.toFixed(1)} ns): below what can be measured.`;
    return withheld(
      'below-floor',
      message,
      'Benchmark a function that does more, for example the loop around this one.',
    );
  }
  const intervalExcludesOne = ratio.low > 1 || ratio.high < 1;
  const excludesOne = intervalExcludesOne && probability < SIGNIFICANCE;
  if (excludesOne && effect >= SMALLEST_CLAIM) {
    if (effect <= sameCodeDifference) {
      const message = `A difference of ${percent(effect)} was seen, but two identical builds of the original differed by ${percent(sameCodeDifference)} in this run.`;
      return withheld('within-noise', message, QUIETER);
    }
    if (!meansAgree(ratio, meanRatio)) {
      const message = `The best times differ by ${percent(effect)}, but with garbage collection and slow phases counted in the two are not apart.`;
      return withheld('means-disagree', message, MORE_BUDGET);
    }
    return { verdict: ratio.value > 1 ? 'faster' : 'slower', reasons: [] };
  }
  if (intervalExcludesOne && !excludesOne && effect >= SMALLEST_CLAIM) {
    const message = `A ratio of ${ratio.value.toFixed(2)} was seen in ${comparison.pairs} rounds, which can still be chance among the candidates compared.`;
    return withheld('not-certain', message, MORE_BUDGET);
  }
  const reach = Math.max(distanceFromOne(ratio.low), distanceFromOne(ratio.high));
  const smallestVisible = Math.max(SMALLEST_CLAIM, sameCodeDifference, excludesOne ? 0 : reach);
  if (smallestVisible <= USEFUL_RESOLUTION) {
    const message = `A difference of ${percent(smallestVisible)} or more would have been seen.`;
    return { verdict: 'no-difference', reasons: [{ code: 'smallest-visible', message }], smallestVisible };
  }
  if (sameCodeDifference > USEFUL_RESOLUTION) {
    const message = `Two identical builds of the original differed by ${percent(sameCodeDifference)} in this run: too noisy to tell.`;
    return withheld('noisy', message, QUIETER);
  }
  const message = `The ratio lies between ${ratio.low.toFixed(2)} and ${ratio.high.toFixed(2)} after ${comparison.pairs} rounds: too wide to tell.`;
  return withheld('too-wide', message, MORE_BUDGET);
}

/** The means are on the same side of 1, and at least half as far from it, or too uncertain to contradict the figure. */
function meansAgree(low: Estimate, mean: Estimate): boolean {
  const side = Math.sign(Math.log(low.value));
  const effect = Math.abs(Math.log(low.value));
  const farthest = side > 0 ? Math.log(mean.high) : -Math.log(mean.low);
  const ofMeans = side * Math.log(mean.value);
  return ofMeans > 0 && (ofMeans >= effect / 2 || farthest >= effect);
}

const MORE_BUDGET = 'Give the run a larger budget: more processes make the interval narrower.';
const QUIETER = 'Close other programs, plug the machine in, or give the run a larger budget.';

function withheld(code: string, message: string, unlock: string): Decision {
  return { verdict: 'withheld', reasons: [{ code, message, unlock }] };
}

/** The largest size; without sizes the slowest case, where the time goes. */
function headlineOf({ comparisons }: CandidateEstimate): Comparison | undefined {
  const weight = (comparison: Comparison): number => comparison.size ?? Number.NEGATIVE_INFINITY;
  return comparisons.reduce<Comparison | undefined>((best, comparison) => {
    if (best === undefined || weight(comparison) > weight(best)) return comparison;
    if (weight(comparison) < weight(best)) return best;
    return comparison.baselineTime.value > best.baselineTime.value ? comparison : best;
  }, undefined);
}

/** Sizes at which the answer is plainly another one than the headline's. */
function mixedSizes(comparisons: readonly Comparison[], headline: Comparison, sameCodeDifference: number): Reason[] {
  const margin = 1 + Math.max(SMALLEST_CLAIM, sameCodeDifference);
  const isFaster = ({ ratio, meanRatio, pairs }: Comparison): boolean =>
    pairs >= FEWEST_PAIRS && ratio.low > margin && meanRatio.value > 1;
  const isSlower = ({ ratio, meanRatio, pairs }: Comparison): boolean =>
    pairs >= FEWEST_PAIRS && ratio.high < 1 / margin && meanRatio.value < 1;
  const reasons: Reason[] = [];
  const slower = comparisons.filter(
    (comparison) => comparison !== headline && isSlower(comparison) && !isSlower(headline),
  );
  const faster = comparisons.filter(
    (comparison) => comparison !== headline && isFaster(comparison) && !isFaster(headline),
  );
  if (slower.length > 0)
    reasons.push({ code: 'slower-at', message: `Slower than the original for ${shownRatios(slower)}.` });
  if (faster.length > 0)
    reasons.push({ code: 'faster-at', message: `Faster than the original for ${shownRatios(faster)}.` });
  return reasons;
}

function shownRatios(comparisons: readonly Comparison[]): string {
  return comparisons.map(({ label, ratio }) => `${label} (${ratio.value.toPrecision(2)}x)`).join(', ');
}

/** 0.25 for a ratio of 1.25 and for one of 0.8. */
function distanceFromOne(ratio: number): number {
  return Math.exp(Math.abs(Math.log(ratio))) - 1;
}

function percent(share: number): string {
  const hundredths = share * 100;
  return `${hundredths >= 100 ? Math.round(hundredths) : hundredths.toPrecision(2)} %`;
}

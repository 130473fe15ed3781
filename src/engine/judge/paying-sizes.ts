// At which sizes a rewrite is faster: among those measured, and what the fitted growth lets one expect up to a factor of ten outside them.
// Verdicts come first (judge-candidates.ts): this only says how far a verdict reaches, and never makes one.

import { expectedTime } from '../../model/growth-curve.ts';
import type { DataMovement, Estimate, Growth, GrowthFit, PayingSizes, Verdict } from '../../model/report.ts';
import { breakEvenAbove, comparableSizes, findUpperBreakEven, type GrowthOfBoth } from './break-even.ts';
import type { Comparison } from './estimate-measurements.ts';
import type { SharedOut } from './shared-out-crossing.ts';
import { SMALLEST_CLAIM } from './thresholds.ts';

export interface PayingSizesEvidence {
  /** At the largest size. */
  readonly verdict: Verdict;
  readonly comparisons: readonly Comparison[];
  readonly sameCodeDifference: number;
  readonly baselineGrowth: Growth | undefined;
  readonly candidateGrowth: Growth | undefined;
  /** How the rewrite shares its work out, where it does as the original does up to a size. */
  readonly sharedOut?: SharedOut | undefined;
  /** Where the time of a call went, by the label of the case. */
  readonly movementOf?: (label: string) => DataMovement | undefined;
}

type Extrapolated = NonNullable<PayingSizes['extrapolated']>;

/** Never further outside the measured sizes than this. */
const FARTHEST = 10;
/** The share of a constant time that can grow without being seen among the measured sizes: about three times the least error of a curve. */
const LEAST_HIDDEN = 0.1;
/** Places at which a crossing is looked for in that decade. */
const STEPS = 120;

/** Undefined when the sizes do not say plainly: fewer than two were compared, some with too few processes, or they contradict each other. */
export function payingSizes(evidence: PayingSizesEvidence): PayingSizes | undefined {
  const { verdict, comparisons, sameCodeDifference, sharedOut, movementOf } = evidence;
  const points = comparableSizes(comparisons);
  const [smallest, largest] = [points[0], points.at(-1)];
  if (smallest === undefined || largest === undefined || smallest.size === largest.size) return undefined;
  const margin = 1 + Math.max(SMALLEST_CLAIM, sameCodeDifference);
  const isFaster = ({ ratio, meanRatio }: Comparison): boolean => ratio.low > margin && meanRatio.value > 1;
  const isSlower = ({ ratio, meanRatio }: Comparison): boolean => ratio.high < 1 / margin && meanRatio.value < 1;
  const allSizesCount = points.length === comparisons.filter(({ size }) => size !== undefined && size > 0).length;
  const growth = growthOfBoth(evidence);
  if (verdict === 'faster') {
    const moved = comparisons.map((one) => ({ ...one, movement: movementOf?.(one.label) }));
    const crossing = breakEvenAbove(sharedOut, moved, growth);
    if (crossing !== undefined) return { measured: 'from', crossing };
    return allSizesCount && points.every(isFaster) ? withExpectation('all', points, growth) : undefined;
  }
  if (verdict === 'slower') {
    const crossing = isFaster(smallest) ? findUpperBreakEven(comparisons, growth) : undefined;
    if (crossing !== undefined) return { measured: 'up-to', crossing };
    return allSizesCount && points.every(isSlower) ? withExpectation('none', points, growth) : undefined;
  }
  return undefined;
}

/** Sequences are compared with the same sequence of the original, whose growth was not fitted: then there is none. */
function growthOfBoth(evidence: PayingSizesEvidence): GrowthOfBoth | undefined {
  const { baselineGrowth: baseline, candidateGrowth: candidate, comparisons } = evidence;
  if (baseline === undefined || candidate === undefined) return undefined;
  return comparisons.some(({ workload }) => workload === 'sequence') ? undefined : { baseline, candidate };
}

type SizedComparison = Comparison & { readonly size: number };

function withExpectation(
  measured: 'all' | 'none',
  points: readonly SizedComparison[],
  growth: GrowthOfBoth | undefined,
): PayingSizes {
  if (growth === undefined) return { measured };
  const beyond = expectedCrossing(points.at(-1), FARTHEST, growth);
  if (beyond !== undefined)
    return { measured, extrapolated: { pays: measured === 'none' ? 'from' : 'up-to', ...beyond } };
  const below = expectedCrossing(points[0], 1 / FARTHEST, growth);
  if (below !== undefined)
    return { measured, extrapolated: { pays: measured === 'none' ? 'up-to' : 'from', ...below } };
  return { measured };
}

/**
 * Where the ratio, starting from the one measured at the edge and changing as the fitted curves do, crosses 1 within a factor `reach` of the
 * edge. Undefined unless every pair of curves that the times allow, at every end of the uncertainty, crosses there too.
 */
function expectedCrossing(
  edge: SizedComparison | undefined,
  reach: number,
  growth: GrowthOfBoth,
): Omit<Extrapolated, 'pays'> | undefined {
  if (edge === undefined) return undefined;
  const { value, low, high } = edge.ratio;
  const slope = halfWidth(growth.baseline.exponent) + halfWidth(growth.candidate.exponent);
  const crossings: number[] = [];
  let likeliest: number | undefined;
  for (const { change, off } of ratioChanges(growth, edge.size)) {
    // The further away, the more an exponent that is a little off has come to.
    const drift = (size: number): number => Math.abs(Math.log(size / edge.size)) * slope;
    const found = [
      crossingOf((size) => value * change(size), edge.size, reach),
      crossingOf((size) => (low / off) * change(size) * Math.exp(-drift(size)), edge.size, reach, value > 1),
      crossingOf((size) => high * off * change(size) * Math.exp(drift(size)), edge.size, reach, value > 1),
    ];
    for (const size of found) {
      if (size === undefined) return undefined;
      crossings.push(size);
    }
    likeliest ??= found[0];
  }
  return likeliest === undefined
    ? undefined
    : { size: likeliest, low: Math.min(...crossings), high: Math.max(...crossings) };
}

interface RatioChange {
  /** The ratio at a size divided by that at the edge. */
  readonly change: (size: number) => number;
  readonly off: number;
}

/** Every pair of forms that the times do not tell apart, the best first, and what a constant time may hide. */
function ratioChanges({ baseline, candidate }: GrowthOfBoth, edge: number): readonly RatioChange[] {
  return baseline.fits.flatMap((own) =>
    candidate.fits.flatMap((other) =>
      timesFromEdge(own, other, edge).flatMap((baselineTime) =>
        timesFromEdge(other, own, edge).map((candidateTime) => ({
          change: (size: number) => baselineTime(size) / candidateTime(size),
          off: Math.exp(Math.hypot(own.typicalError, other.typicalError)),
        })),
      ),
    ),
  );
}

/**
 * The time at a size divided by that at the edge. A constant time may have work in it that is not seen yet, as an overhead has that hides
 * what it is spent for: a second curve holds as much of it as could have gone unseen, growing as the other variant does.
 */
function timesFromEdge(fit: GrowthFit, other: GrowthFit, edge: number): readonly ((size: number) => number)[] {
  const growing = (one: GrowthFit) => (size: number) => expectedTime(one, size) / expectedTime(one, edge);
  if (fit.form !== '1') return [growing(fit)];
  const hidden = Math.max(LEAST_HIDDEN, 2 * fit.typicalError);
  return [() => 1, (size) => 1 - hidden + hidden * growing(other)(size)];
}

function halfWidth({ low, high }: Estimate): number {
  return (high - low) / 2;
}

/** The first size from `edge` towards `edge * reach` at which the ratio has passed 1; sizes below 1 do not exist. */
function crossingOf(
  ratioAt: (size: number) => number,
  edge: number,
  reach: number,
  isAbove = ratioAt(edge) > 1,
): number | undefined {
  // Uncertain enough to have crossed before it starts.
  if (ratioAt(edge) > 1 !== isAbove) return edge;
  for (let step = 1; step <= STEPS; step++) {
    const size = edge * reach ** (step / STEPS);
    if (size < 1) return undefined;
    const ratio = ratioAt(size);
    // Too large for a number: nothing can be said that far out.
    if (!Number.isFinite(ratio)) return undefined;
    if (ratio > 1 !== isAbove) return size;
  }
  return undefined;
}

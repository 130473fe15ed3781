// From which size on a rewrite pays: where the ratio crosses 1 between measured sizes. Never beyond the measured sizes; what may be expected
// there is paying-sizes.ts.
// Between two sizes the ratio follows the fitted growth of the two variants, bent so that it meets what was measured at both; without a fit it is
// a straight line in log-log scale, as for times of the form a * n^b. An overhead beside linear work is no such form: the line can be off by half,
// and the interval is then the two sizes themselves.
import { expectedTime } from '../../model/growth-curve.ts';
import type { DataMovement, Estimate, Growth, StrategyResult } from '../../model/report.ts';
import type { Comparison } from './estimate-measurements.ts';
import { type SharedOut, sharedOutCrossing } from './shared-out-crossing.ts';
import { FEWEST_PAIRS } from './thresholds.ts';

type BreakEven = NonNullable<StrategyResult['breakEven']>;
type SizedRatio = Pick<Comparison, 'size' | 'ratio' | 'pairs'>;

/** A size, and where the time of a call went there. */
type MovedRatio = SizedRatio & { readonly movement?: DataMovement | undefined };

export interface GrowthOfBoth {
  readonly baseline: Growth;
  readonly candidate: Growth;
}

/**
 * The last size at which the ratio rises through 1. Undefined when it does not within the measured sizes: faster or slower throughout, not
 * faster at the largest size, or never surely slower, so that the crossing may be noise. Sizes that too few processes measured do not count.
 * The interval comes from the ratio's own: where its upper end crosses 1 the rewrite may begin to pay, where its lower end does it surely does;
 * an end that does not cross within the sizes is cut off at the smallest or the largest. Nor does it reach beyond a size at which the rewrite surely
 * is slower, or faster: what times between sizes may be off a curve says nothing of where they were measured.
 */
export function findBreakEven(comparisons: readonly SizedRatio[], growth?: GrowthOfBoth): BreakEven | undefined {
  return lastCrossing(comparableSizes(comparisons), growth);
}

/**
 * The same for a rewrite that does as the original does up to a size, beside asking for it: it cannot begin to pay before, however the ratio runs between
 * measured sizes further apart. Unless it was seen to: then something else is faster. Sizes up to that one tell nothing of where it does.
 */
export function breakEvenAbove(
  sharedOut: SharedOut | undefined,
  comparisons: readonly MovedRatio[],
  growth?: GrowthOfBoth,
): BreakEven | undefined {
  const crossing = findBreakEven(comparisons, growth);
  if (sharedOut === undefined) return crossing;
  const { undivided } = sharedOut;
  const points = comparableSizes(comparisons);
  const isSeenBefore = points.some(({ size, ratio }) => size <= undivided && ratio.low > 1);
  const found = isSeenBefore ? undefined : (sharedOutCrossing(sharedOut, points, growth?.baseline) ?? crossing);
  if (found === undefined) return crossing;
  const { size, low, high } = found;
  const least = undivided + 1;
  return { size: Math.max(size, least), low: Math.max(low, least), high: Math.max(high, least) };
}

/** The mirror of `findBreakEven`: the first size at which the ratio falls through 1, up to which the rewrite pays. */
export function findUpperBreakEven(comparisons: readonly SizedRatio[], growth?: GrowthOfBoth): BreakEven | undefined {
  // Seen from large to small, a ratio that falls with the size rises.
  return lastCrossing([...comparableSizes(comparisons)].reverse(), growth);
}

/** With a size, from enough processes, small to large. */
export function comparableSizes<T extends SizedRatio>(comparisons: readonly T[]): readonly (T & { size: number })[] {
  return comparisons
    .flatMap((one) =>
      one.size !== undefined && one.size > 0 && one.pairs >= FEWEST_PAIRS ? [{ ...one, size: one.size }] : [],
    )
    .sort((a, b) => a.size - b.size);
}

interface SizedEstimate {
  readonly size: number;
  readonly ratio: Estimate;
}

/** How the ratio runs between measured sizes. */
interface Shape {
  /** Logarithm of the ratio, up to a constant. */
  readonly logRatio: (size: number) => number;
  /** A factor by which the times are typically off it. */
  readonly off: number;
  readonly isFitted: boolean;
}

/** `points` in order of size, up or down: the last rise through 1 on the way. */
function lastCrossing(points: readonly SizedEstimate[], growth: GrowthOfBoth | undefined): BreakEven | undefined {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || !points.some(({ ratio }) => ratio.high < 1)) return undefined;
  const shapes = shapesOf(growth);
  const crossing = shapes[0] && lastRise(points, ({ value }) => value, shapes[0]);
  if (crossing === undefined) return undefined;
  const ends = shapes.flatMap((shape) => {
    const earliest = lastRise(points, ({ high }) => high * shape.off, shape);
    const latest = lastRise(points, ({ low }) => low / shape.off, shape);
    return shape.isFitted
      ? [earliest?.size ?? first.size, latest?.size ?? last.size]
      : [earliest?.before ?? first.size, latest?.after ?? last.size];
  });
  const [from, to] = [Math.min(crossing.size, ...ends), Math.max(crossing.size, ...ends)];
  const { least, most } = surelyBetween(points, crossing.after);
  return { size: crossing.size, low: Math.max(from, least), high: Math.min(to, most) };
}

/** The last of `points` before the rise to `after` at which it is surely slower, and the first from there on at which it is surely faster. */
function surelyBetween(points: readonly SizedEstimate[], after: number): { least: number; most: number } {
  const rise = points.findIndex(({ size }) => size === after);
  const slower = points.slice(0, rise).findLast(({ ratio }) => ratio.high < 1)?.size;
  const faster = points.slice(rise).find(({ ratio }) => ratio.low > 1)?.size;
  const isUpward = (points.at(-1)?.size ?? 0) > (points[0]?.size ?? 0);
  const [below, above] = isUpward ? [slower, faster] : [faster, slower];
  return { least: below ?? 0, most: above ?? Number.POSITIVE_INFINITY };
}

/** One for each pair of forms that the times do not tell apart, the best first. */
function shapesOf(growth: GrowthOfBoth | undefined): readonly Shape[] {
  if (growth === undefined) return [{ logRatio: () => 0, off: 1, isFitted: false }];
  return growth.baseline.fits.flatMap((baseline) =>
    growth.candidate.fits.map((candidate) => ({
      logRatio: (size: number) => Math.log(expectedTime(baseline, size) / expectedTime(candidate, size)),
      off: Math.exp(Math.hypot(baseline.typicalError, candidate.typicalError)),
      isFitted: true,
    })),
  );
}

function lastRise(
  points: readonly SizedEstimate[],
  pick: (ratio: Estimate) => number,
  shape: Shape,
): { readonly size: number; readonly before: number; readonly after: number } | undefined {
  const last = points.at(-1);
  if (last === undefined || pick(last.ratio) <= 1) return undefined;
  for (let index = points.length - 1; index > 0; index--) {
    const before = points[index - 1];
    const after = points[index];
    if (before === undefined || after === undefined || pick(before.ratio) > 1) continue;
    const size = crossingBetween(
      { size: before.size, log: Math.log(pick(before.ratio)) },
      { size: after.size, log: Math.log(pick(after.ratio)) },
      shape,
    );
    return { size, before: before.size, after: after.size };
  }
  return undefined;
}

interface SizedLog {
  readonly size: number;
  /** Of the ratio. */
  readonly log: number;
}

/** By bisection: at `before` the ratio is not above 1, at `after` it is. */
function crossingBetween(before: SizedLog, after: SizedLog, { logRatio }: Shape): number {
  const sizeAt = (share: number): number => before.size * (after.size / before.size) ** share;
  const [offBefore, offAfter] = [before.log - logRatio(before.size), after.log - logRatio(after.size)];
  const logAt = (share: number): number => logRatio(sizeAt(share)) + offBefore * (1 - share) + offAfter * share;
  let [low, high] = [0, 1];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (logAt(middle) > 0) high = middle;
    else low = middle;
  }
  return sizeAt((low + high) / 2);
}

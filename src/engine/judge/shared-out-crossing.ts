// From which size on a rewrite pays that does as the original does up to a size, and shares the work out above it. What it takes there is a share of what
// the original takes, and a constant for handing over; a curve through sizes on both sides of the jump would be neither of the two.
import { expectedTime } from '../../model/growth-curve.ts';
import type { Estimate, Growth, GrowthFit } from '../../model/report.ts';

interface SizedRatio {
  readonly size: number;
  readonly ratio: Estimate;
}

interface Range {
  readonly size: number;
  readonly low: number;
  readonly high: number;
}

const FEWEST_ABOVE = 2;

/**
 * Between `same` and the smallest size above it. Undefined where it was not seen to be faster at all sizes above, or none up to `same` was measured, and where
 * the sizes above do not show both the share and the constant. The interval is that of the ratios, all of them at their lower ends or all at their upper ones, and of the forms that the original's
 * times allow.
 */
export function sharedOutCrossing(
  same: number,
  points: readonly SizedRatio[],
  baseline: Growth | undefined,
): Range | undefined {
  const above = points.filter(({ size }) => size > same);
  const [nearest] = above;
  const [best, ...others] = baseline?.fits ?? [];
  const isAboveAlone = above.length < points.length && above.every(({ ratio }) => ratio.value > 1);
  if (nearest === undefined || above.length < FEWEST_ABOVE || best === undefined || !isAboveAlone) return undefined;
  const crossing = (fit: GrowthFit, pick: (ratio: Estimate) => number): number | undefined => {
    const needed = timeToShareOut(
      above.map(({ size, ratio }) => ({ time: expectedTime(fit, size), ratio: pick(ratio) })),
    );
    return needed === undefined ? undefined : sizeOf(needed, fit, { from: same, to: nearest.size });
  };
  const size = crossing(best, ({ value }) => value);
  if (size === undefined) return undefined;
  const ends = [best, ...others].flatMap((fit) => [
    crossing(fit, ({ high }) => high) ?? same,
    crossing(fit, ({ low }) => low) ?? nearest.size,
  ]);
  return { size, low: Math.min(size, ...ends), high: Math.max(size, ...ends) };
}

/**
 * How long a call of the original takes for which sharing out takes as long: 1 / ratio = share + constant / time is a line, fitted in relative error. Undefined
 * where the share is none or the constant is.
 */
function timeToShareOut(above: readonly { readonly time: number; readonly ratio: number }[]): number | undefined {
  const weights = above.map(({ ratio }) => ratio ** 2);
  const mean = (of: (one: (typeof above)[number]) => number): number =>
    sum(above.map((one, at) => (weights[at] ?? 0) * of(one))) / sum(weights);
  const [inverse, taken] = [mean(({ time }) => 1 / time), mean(({ ratio }) => 1 / ratio)];
  const both = mean(({ time, ratio }) => (1 / time - inverse) * (1 / ratio - taken));
  const constant = both / mean(({ time }) => (1 / time - inverse) ** 2);
  const share = taken - constant * inverse;
  return constant > 0 && share > 0 && share < 1 ? constant / (1 - share) : undefined;
}

/** At which a call of the original takes that long, by bisection, within the range. */
function sizeOf(time: number, fit: GrowthFit, { from, to }: { readonly from: number; readonly to: number }): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (expectedTime(fit, middle) >= time) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

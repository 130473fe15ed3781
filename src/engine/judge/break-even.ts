// From which size on a rewrite pays: where the ratio crosses 1, read off a straight line between measured sizes in log-log scale, as times of
// the form a * n^b run. Never beyond the measured sizes.
import type { StrategyResult } from '../../model/report.ts';
import type { Comparison } from './estimate-measurements.ts';

type BreakEven = NonNullable<StrategyResult['breakEven']>;

/**
 * The last size at which the ratio rises through 1. Undefined when it does not within the measured sizes: faster or slower throughout, not
 * faster at the largest size, or never surely slower, so that the crossing may be noise. The interval comes from the ratio's own: where its upper end crosses 1 the rewrite may begin to pay, where
 * its lower end does it surely does; an end that does not cross within the sizes is cut off at the smallest or the largest.
 */
export function findBreakEven(comparisons: readonly Pick<Comparison, 'size' | 'ratio'>[]): BreakEven | undefined {
  const points = comparisons
    .flatMap(({ size, ratio }) => (size !== undefined && size > 0 ? [{ size, ratio }] : []))
    .sort((a, b) => a.size - b.size);
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || !points.some(({ ratio }) => ratio.high < 1)) return undefined;
  const size = lastRise(points.map((point) => ({ size: point.size, ratio: point.ratio.value })));
  if (size === undefined) return undefined;
  const low = lastRise(points.map((point) => ({ size: point.size, ratio: point.ratio.high }))) ?? first.size;
  const high = lastRise(points.map((point) => ({ size: point.size, ratio: point.ratio.low }))) ?? last.size;
  return { size, low: Math.min(low, size), high: Math.max(high, size) };
}

function lastRise(points: readonly { readonly size: number; readonly ratio: number }[]): number | undefined {
  const last = points.at(-1);
  if (last === undefined || last.ratio <= 1) return undefined;
  for (let i = points.length - 1; i > 0; i--) {
    const left = points[i - 1];
    const right = points[i];
    if (left === undefined || right === undefined || left.ratio > 1) continue;
    const share = -Math.log(left.ratio) / (Math.log(right.ratio) - Math.log(left.ratio));
    return Math.exp(Math.log(left.size) + share * (Math.log(right.size) - Math.log(left.size)));
  }
  return undefined;
}

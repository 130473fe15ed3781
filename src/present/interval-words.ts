// Intervals as people read them. Two or three rounds give one from a thousandth to a thousand times: true, but no news, and a chart that has room
// for it has none for the rest.
import type { Estimate } from '../model/report.ts';
import { formatRatio } from './format-duration.ts';

/** Wider than two decades says nothing but that the rounds were few. */
const WIDEST = 100;

type Interval = Pick<Estimate, 'low' | 'high'>;

export function saysSomething({ low, high }: Interval): boolean {
  return high <= WIDEST * low;
}

/** '1.28x to 2.98x'. */
export function intervalWords(ratio: Interval): string {
  return saysSomething(ratio)
    ? `${formatRatio(ratio.low)} to ${formatRatio(ratio.high)}`
    : 'too few rounds for an interval';
}

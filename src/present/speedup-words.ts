// One figure of a rewrite at one size: its time and how it compares.

import type { Estimate, Report, Speedup, StrategyResult } from '../model/report.ts';
import { formatDuration } from './format-duration.ts';

export interface SizeFigure {
  readonly time: Estimate;
  readonly speedup: Speedup;
}

/** Undefined when the rewrite was not measured at that size. */
export function figureAt({ measured }: StrategyResult, label: string): SizeFigure | undefined {
  const time = measured?.perCase.find((one) => one.label === label)?.time;
  const speedup = measured?.speedup.find((one) => one.label === label);
  return time === undefined || speedup === undefined ? undefined : { time, speedup };
}

/** '2.76 ms', or '3.43 → 2.76 ms' where the original's own column is about other calls. */
export function timeWords({ time, speedup: { baselineTime } }: SizeFigure): string {
  return baselineTime === undefined
    ? formatDuration(time.value)
    : `${formatDuration(baselineTime.value)} → ${formatDuration(time.value)}`;
}

/** What the arrows mean; undefined when there are none. */
export function arrowSentence({ results }: Report): string | undefined {
  return results.some(({ measured }) => measured?.speedup.some(({ baselineTime }) => baselineTime !== undefined))
    ? 'Where a rewrite is for many calls in a row, “a → b” is one of those calls: the original, then the rewrite.'
    : undefined;
}

// One figure of a rewrite at one size: its time and how it compares.

import type { MeasuredCase, Report, Speedup, StrategyResult } from '../model/report.ts';
import { formatDuration } from './format-duration.ts';
import { caseTime } from './process-spread.ts';

export interface SizeFigure {
  readonly measured: MeasuredCase;
  readonly speedup: Speedup;
}

/** Undefined when the rewrite was not measured at that size. */
export function figureAt({ measured }: StrategyResult, label: string): SizeFigure | undefined {
  const found = measured?.perCase.find((one) => one.label === label);
  const speedup = measured?.speedup.find((one) => one.label === label);
  return found === undefined || speedup === undefined ? undefined : { measured: found, speedup };
}

/** '2.76 ms', or '3.43 → 2.76 ms' where the original's own column is about other calls. */
export function timeWords({ measured, speedup: { baselineTime } }: SizeFigure): string {
  const time = caseTime(measured);
  return baselineTime === undefined ? time : `${formatDuration(baselineTime.value)} → ${time}`;
}

/** What the arrows mean; undefined when there are none. */
export function arrowSentence({ results }: Report): string | undefined {
  return results.some(({ measured }) => measured?.speedup.some(({ baselineTime }) => baselineTime !== undefined))
    ? 'Where a rewrite is for many calls in a row, “a → b” is one of those calls: the original, then the rewrite.'
    : undefined;
}

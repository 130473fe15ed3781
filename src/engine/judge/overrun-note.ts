// What the report says when a run took longer than its budget: how long, and what no smaller budget could have spared.
import { formatSeconds } from '../../present/format-duration.ts';

/** More than this share beyond the budget is said. */
const mostOfBudget = 1.1;

/** All in milliseconds from the start of the run; `measuringFromMs` is when the first time was taken. */
export function overrunNote({
  budgetMs,
  measuringFromMs,
  tookMs,
}: {
  readonly budgetMs: number;
  readonly measuringFromMs: number;
  readonly tookMs: number;
}): string | undefined {
  if (tookMs <= budgetMs * mostOfBudget) return undefined;
  return `The run took ${formatSeconds(tookMs)} instead of ${formatSeconds(budgetMs)}: reading the project, looking for rewrites and comparing them took ${formatSeconds(measuringFromMs)}, whatever the budget.`;
}

// Which candidates are built and compared. Comparing a slow function takes a share of the budget for each candidate, and what it takes the
// measurement lacks: where the share would be too large, strategies keep the candidates that they named first.
import type { ObservedCase } from './observe-cases.ts';
import type { ProposedCandidate } from './run-stage.ts';

/** More of the budget than this is not spent on comparing as long as a strategy has a candidate to spare. */
const LARGEST_SHARE = 0.2;
/** What comparing one candidate takes, and how often each declared case is about called for it, by what runs of the examples showed. */
const LEAST_COMPARING_MS = 400;
const CALLS_PER_CASE = 30;

export function withinBudget(
  proposed: readonly ProposedCandidate[],
  cases: readonly ObservedCase[],
  { budgetMs, cores }: { readonly budgetMs: number; readonly cores: number },
): { readonly kept: readonly ProposedCandidate[]; readonly spared: readonly ProposedCandidate[] } {
  const callsMs = cases.reduce((sum, { observed }) => sum + observed.laterCallMs, 0);
  const oneMs = (LEAST_COMPARING_MS + CALLS_PER_CASE * callsMs) / Math.max(1, cores);
  // The planted mistake is compared as well.
  const most = Math.floor((LARGEST_SHARE * budgetMs) / oneMs) - 1;
  const kept = [...proposed];
  const spared: ProposedCandidate[] = [];
  while (kept.length > most) {
    const spare = kept.findLastIndex(({ candidate: { strategy } }, index) =>
      kept.some((other, place) => place < index && other.candidate.strategy === strategy),
    );
    if (spare < 0) break;
    spared.unshift(...kept.splice(spare, 1));
  }
  return { kept, spared };
}

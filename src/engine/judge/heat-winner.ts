// Which candidate of a strategy stands for it in the report.
import type { Judgement } from './judge-candidates.ts';

const BEST_FIRST: readonly Judgement['verdict'][] = ['faster', 'no-difference', 'withheld', 'slower', 'failed'];

/**
 * The best verdict; among equals one that asks nothing of the callers; then the one whose interval begins highest, not the one with the highest
 * figure: of several estimates the largest is the one most flattered by noise. Undefined for an empty heat.
 */
export function chooseHeatWinner(
  heat: readonly Judgement[],
  asksOfCallers: (judgement: Judgement) => boolean = () => false,
): Judgement | undefined {
  return [...heat].sort((a, b) => {
    const byVerdict = BEST_FIRST.indexOf(a.verdict) - BEST_FIRST.indexOf(b.verdict);
    if (byVerdict !== 0) return byVerdict;
    const byCallers = Number(asksOfCallers(a)) - Number(asksOfCallers(b));
    return byCallers !== 0 ? byCallers : (b.headline?.ratio.low ?? 0) - (a.headline?.ratio.low ?? 0);
  })[0];
}

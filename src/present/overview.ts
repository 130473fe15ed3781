// Many functions in one table: a column for each strategy, and one for all combinations, of which each function has its own.
import type { Report, StrategyResult, Verdict } from '../model/report.ts';
import { headlineSpeedup, shortVerdict, verdictSign } from './verdict-sentence.ts';

export interface OverviewColumn {
  readonly id: string;
  readonly title: string;
  readonly cellOf: (report: Report) => OverviewCell | undefined;
}

export interface OverviewCell {
  readonly verdict: Verdict;
  readonly text: string;
}

const COMBINATIONS = 'combinations';

/** Columns in the order of `strategies`; strategies that no report speaks of have none unless they are named there. */
export function overviewColumns(
  reports: readonly Report[],
  strategies: readonly string[],
  titleOf: (strategy: string) => string,
): readonly OverviewColumn[] {
  const seen = reports.flatMap(({ results }) => results.map(({ strategy }) => strategy));
  const single = [...new Set([...strategies, ...seen])].filter((strategy) => !isCombination(strategy));
  const columns = single.map((id): OverviewColumn => {
    const cellOf = ({ results }: Report) => cell(results.find(({ strategy }) => strategy === id));
    return { id, title: titleOf(id), cellOf };
  });
  if (!seen.some(isCombination)) return columns;
  const cellOf = ({ results }: Report): OverviewCell | undefined => {
    const best = bestFirst(results.filter(({ strategy }) => isCombination(strategy)))[0];
    const found = cell(best);
    if (best === undefined || found === undefined || best.strategy === COMBINATIONS) return found;
    return { ...found, text: `${found.text}: ${titleOf(best.strategy)}` };
  };
  return [...columns, { id: COMBINATIONS, title: 'Combinations', cellOf }];
}

function isCombination(strategy: string): boolean {
  return strategy === COMBINATIONS || strategy.includes('+');
}

function cell(result: StrategyResult | undefined): OverviewCell | undefined {
  if (result === undefined) return undefined;
  return { verdict: result.verdict, text: `${verdictSign(result)} ${shortVerdict(result)}` };
}

/** What is faster before what is not, and by how much. */
function bestFirst(results: readonly StrategyResult[]): readonly StrategyResult[] {
  const worth = (result: StrategyResult): number =>
    result.verdict === 'faster' ? (headlineSpeedup(result)?.ratio.value ?? 1) : result.measured === undefined ? 0 : 0.5;
  return [...results].sort((a, b) => worth(b) - worth(a));
}

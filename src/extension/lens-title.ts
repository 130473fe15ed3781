// The words of a code lens. Verdicts themselves are worded in src/present.
import type { Report } from '../model/report.ts';
import { bestResult, shortVerdict, thriftyVerdict, withheldVerdict } from '../present/verdict-sentence.ts';

type TitleOf = (strategy: string) => string;

export function lensTitle(report: Report | undefined, isStale: boolean, titleOf: TitleOf): string {
  if (report === undefined) return '$(zap) Benchmark';
  const verdict = lensVerdict(report, titleOf);
  return isStale ? `$(history) ${verdict} (before the last edit)` : `$(zap) ${verdict}`;
}

export function lensTooltip(report: Report | undefined, isStale: boolean): string {
  if (report === undefined) return 'Measure this function against automatic rewrites of itself';
  return isStale
    ? `${report.summary.sentence} The file changed since: run again`
    : `${report.summary.sentence} Open the report`;
}

function lensVerdict(report: Report, titleOf: TitleOf): string {
  const best = bestResult(report.results);
  if (best !== undefined) return `${titleOf(best.strategy)} ${shortVerdict(best)}`;
  return thriftyVerdict(report.results, titleOf) ?? withheldVerdict(report.results) ?? 'best left as it is';
}

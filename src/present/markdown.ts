// The report as Markdown, for pull requests and notes.

import type { Report, StrategyResult } from '../model/report.ts';
import { formatDuration, formatPercent, formatRatio } from './format-duration.ts';
import { atLine, headlineSpeedup, shortVerdict, verdictSentence } from './verdict-sentence.ts';

export function reportToMarkdown(report: Report, titleOf: (strategy: string) => string): string {
  const { subject, environment } = report;
  const parts = [
    `## ${code(subject.name)}`,
    `${report.summary.sentence}`,
    `${code(subject.signature)} in ${code(`${fileName(subject.file)}:${subject.line}`)}, inputs ${report.inputs.origin}.`,
    sizesTable(report, titleOf),
    ...report.results.map((result) => strategySection(result, titleOf(result.strategy))),
    `Measured on Node ${environment.node.replace(/^v/, '')} (V8 ${environment.v8}), ${environment.cpu}, ${environment.cores} cores, ${environment.os}. Identical code differed by ${formatPercent(report.noise.sameCodeDifference)} in this run. Speedlens ${report.tool.version}.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function sizesTable(report: Report, titleOf: (strategy: string) => string): string {
  const measured = report.results.filter((result) => result.measured !== undefined);
  const header = ['', 'original', ...measured.map((result) => titleOf(result.strategy))];
  const rows = report.baseline.perCase.map((baseline) => [
    cell(baseline.label),
    formatDuration(baseline.time.value),
    ...measured.map((result) => {
      const ratio = result.measured?.speedup.find((candidate) => candidate.label === baseline.label)?.ratio;
      return ratio === undefined
        ? ''
        : `${formatRatio(ratio.value)} (${formatRatio(ratio.low)} to ${formatRatio(ratio.high)})`;
    }),
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

function strategySection(result: StrategyResult, title: string): string {
  const reasons = result.reasons.map(
    (reason) => `- ${cell(atLine(reason))}${reason.unlock === undefined ? '' : ` ${cell(reason.unlock)}`}`,
  );
  const equivalence =
    result.equivalence === undefined
      ? []
      : [
          `Compared on ${result.equivalence.cases} cases (${result.equivalence.generatedCases} generated), tolerance ${result.equivalence.tolerance}.`,
        ];
  const diff =
    result.rewrite === undefined || headlineSpeedup(result) === undefined
      ? []
      : [`<details><summary>Rewrite</summary>\n\n${fenced(result.rewrite.diff)}\n\n</details>`];
  return [
    `### ${title}: ${shortVerdict(result)}`,
    cell(verdictSentence(result)),
    ...(reasons.length > 0 ? [reasons.join('\n')] : []),
    ...equivalence,
    ...diff,
  ].join('\n\n');
}

/** The fence is longer than any run of backticks inside, so that no diff can end it. */
function fenced(diff: string): string {
  const longest = Math.max(2, ...[...diff.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}diff\n${diff}\n${fence}`;
}

function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((match) => match[0].length));
  const tick = '`'.repeat(longest + 1);
  return longest > 0 ? `${tick} ${text} ${tick}` : `${tick}${text}${tick}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');
}

function fileName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}

// The report as text for a terminal: one block a function, one row a strategy. Colours are given by the caller, so that pipes get none.

import type { Report, StrategyResult, Verdict } from '../model/report.ts';
import { cacheSentence } from './cache-sentence.ts';
import { formatRatio } from './format-duration.ts';
import { growthSentence } from './growth-sentence.ts';
import { memorySentence } from './memory-rows.ts';
import { movementSentence } from './movement-sentence.ts';
import { noiseSentence } from './noise-sentence.ts';
import { overviewColumns } from './overview.ts';
import { costSentence, payingSentence } from './paying-sentence.ts';
import { caseTime, spreadSentences } from './process-spread.ts';
import { callersSentence, filesSentence } from './rewrite-words.ts';
import { arrowSentence, figureAt, timeWords } from './speedup-words.ts';
import { printable, tables, wrapped } from './terminal-layout.ts';
import { timeBlock } from './time-block.ts';
import {
  headlineSpeedup,
  memoryGainSentence,
  reasonInFull,
  reasonSentence,
  sentenceRepeatsReason,
  shortVerdict,
  unlocksOnce,
  verdictSentence,
  verdictSign,
} from './verdict-sentence.ts';

export interface Palette {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

export const plainPalette: Palette = { bold: same, dim: same, good: same, bad: same };

/** The whole report of one function, for reading in a terminal of `width` columns. */
export function reportText(
  report: Report,
  titleOf: (strategy: string) => string,
  palette: Palette,
  width = 100,
): string {
  const { subject } = report;
  const lines = [
    `${palette.bold(printable(subject.name))}  ${palette.dim(printable(`${subject.file}:${subject.line}`))}`,
    wrapped(report.summary.sentence, width, '  '),
    '',
    ...timesBlock(report, titleOf, palette, width),
    ...report.results.flatMap((result) => resultBlock(result, titleOf, palette, width)),
    ...(report.whySlow === undefined ? [] : timeBlock(report.whySlow, palette, width)),
    ...[memorySentence(report, titleOf) ?? []].flat().map((sentence) => palette.dim(wrapped(sentence, width, '  '))),
    palette.dim(
      wrapped(
        [
          inputsSentence(report),
          ...report.inputs.notes.map((note) => reasonSentence({ message: note })),
          ...spreadSentences(report, titleOf),
        ].join(' '),
        width,
        '  ',
      ),
    ),
    palette.dim(
      wrapped(
        `${noiseSentence(report)} Node ${report.environment.node.replace(/^v/, '')}, ${report.environment.cpu}, ${report.environment.cores} cores.${passedChecks(report)}`,
        width,
        '  ',
      ),
    ),
    ...report.integrity
      .filter((check) => !check.ok)
      .map((check) => palette.bad(wrapped(`Check failed: ${check.check}. ${check.detail}`, width, '  '))),
  ];
  return `${lines.join('\n')}\n`;
}

/** Those that failed are told one by one. */
function passedChecks({ integrity }: Report): string {
  const passed = integrity.filter(({ ok }) => ok).length;
  return integrity.length === 0 ? '' : ` ${passed} of ${integrity.length} checks of the measurement passed.`;
}

/** One row a function: name, largest size, time, a verdict for each strategy; for runs over many functions. */
export function overviewText(
  reports: readonly Report[],
  titleOf: (strategy: string) => string,
  palette: Palette,
  width = 100,
): string {
  const columns = overviewColumns(reports, [], titleOf);
  const header = ['function', 'size', 'original', ...columns.map(({ title }) => title)];
  const rows = reports.map((report) => {
    const last = report.baseline.perCase.at(-1);
    const cells = columns.map(({ cellOf }) => cellOf(report)?.text ?? '');
    return [report.subject.name, last?.label ?? '', last === undefined ? '' : caseTime(last), ...cells];
  });
  return `${tables([header, ...rows], { lead: 3, width, paintHeader: palette.dim })}\n`;
}

function timesBlock(report: Report, titleOf: (strategy: string) => string, palette: Palette, width: number): string[] {
  // Not one round fitted in the budget, or nothing could be compared: a heading without rows says nothing.
  if (report.baseline.perCase.length === 0) return [];
  const measured = report.results.filter((result) => result.measured !== undefined);
  const header = ['', 'original', ...measured.map((result) => titleOf(result.strategy))];
  const rows = report.baseline.perCase.map((baseline) => [
    baseline.label,
    caseTime(baseline),
    ...measured.map((result) => {
      const figure = figureAt(result, baseline.label);
      return figure === undefined ? '' : `${timeWords(figure)} (${formatRatio(figure.speedup.ratio.value)})`;
    }),
  ]);
  const lines = tables([header, ...rows], { lead: 2, width: width - 2, paintHeader: palette.dim })
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`));
  const notes = [arrowSentence(report), growthSentence(report, titleOf)].flatMap((note) => note ?? []);
  return [...lines, ...notes.map((note) => palette.dim(wrapped(note, width, '  '))), ''];
}

function inputsSentence({ inputs }: Report): string {
  const cases = inputs.cases.map(({ label }) => label).join(', ');
  return `Inputs ${inputs.origin}${cases === '' ? '' : `: ${cases}`}.`;
}

function resultBlock(
  result: StrategyResult,
  titleOf: (strategy: string) => string,
  palette: Palette,
  width: number,
): string[] {
  const paint = painter(result.verdict, palette);
  const head = `  ${paint(`${verdictSign(result)} ${titleOf(result.strategy)}: ${shortVerdict(result)}`)}`;
  const sentence = verdictSentence(result);
  const sentences = unlocksOnce(result.reasons).map(reasonInFull);
  const said = new Set<string>();
  const body: string[] = [];
  for (const text of sentenceRepeatsReason(result) ? sentences : [sentence, ...sentences]) {
    if (!said.has(text)) body.push(wrapped(text, width, '      '));
    said.add(text);
  }
  const memory = memoryGainSentence(result);
  if (memory !== undefined) body.push(wrapped(memory, width, '      '));
  const cache = cacheSentence(result);
  if (cache !== undefined) body.push(wrapped(cache, width, '      '));
  const movement = movementSentence(result);
  if (movement !== undefined) body.push(wrapped(movement, width, '      '));
  const paying = payingSentence(result);
  if (paying !== undefined) body.push(wrapped(paying, width, '      '));
  const cost = result.verdict === 'faster' ? costSentence(result) : undefined;
  if (cost !== undefined) body.push(palette.dim(wrapped(cost, width, '      ')));
  if (result.rewrite !== undefined && headlineSpeedup(result) !== undefined) {
    const dependencies = Object.keys(result.rewrite.dependencies);
    const needs = dependencies.length > 0 ? `, needs ${dependencies.join(', ')}` : '';
    const facts = [
      `${callersSentence(result.rewrite).slice(0, -1)}${needs}; ${result.equivalence?.cases ?? 0} cases compared${result.equivalence?.firstLook === true ? ' at a first look' : ''}.`,
      filesSentence(result.rewrite) ?? [],
    ].flat();
    body.push(palette.dim(wrapped(facts.join(' '), width, '      ')));
  }
  return [head, ...body, ''];
}

function painter(verdict: Verdict, palette: Palette): (text: string) => string {
  if (verdict === 'faster') return palette.good;
  if (verdict === 'not-equivalent' || verdict === 'failed') return palette.bad;
  return palette.bold;
}

function same(text: string): string {
  return text;
}

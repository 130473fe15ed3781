// The report as Markdown, for pull requests and notes. Text of the user's code never becomes markup: it stands in code spans or is escaped.

import type { Environment, IntegrityCheck, Report, StrategyResult } from '../model/report.ts';
import type { WhySlow } from '../model/why-slow.ts';
import { cacheSentence } from './cache-sentence.ts';
import { environmentFacts } from './environment-facts.ts';
import { formatPercent, formatRatio } from './format-duration.ts';
import { growthSentence } from './growth-sentence.ts';
import { intervalWords } from './interval-words.ts';
import { memoryRows } from './memory-rows.ts';
import { movementSentence } from './movement-sentence.ts';
import { noiseSentence } from './noise-sentence.ts';
import { costSentence, payingSentence } from './paying-sentence.ts';
import { caseTime, spreadSentences } from './process-spread.ts';
import { callersSentence, filesSentence } from './rewrite-words.ts';
import {
  deoptSentence,
  lastingDeopts,
  passingDeopts,
  placeOf,
  timeCaveat,
  timeRows,
  timeSentence,
} from './time-words.ts';
import {
  comparedHow,
  headlineSpeedup,
  memoryGainSentence,
  reasonInFull,
  sentenceRepeatsReason,
  shortVerdict,
  unlocksOnce,
  verdictSentence,
} from './verdict-sentence.ts';

export function reportToMarkdown(report: Report, titleOf: (strategy: string) => string): string {
  const { subject, environment } = report;
  const parts = [
    `## ${code(subject.name)}`,
    prose(report.summary.sentence),
    `${code(subject.signature)} in ${code(`${fileName(subject.file)}:${subject.line}`)}, inputs ${report.inputs.origin}.`,
    ...(report.inputs.notes.length === 0 ? [] : [report.inputs.notes.map((note) => `- ${prose(note)}`).join('\n')]),
    ...(report.baseline.perCase.length === 0 ? [] : [sizesTable(report, titleOf)]),
    ...[growthSentence(report, titleOf) ?? []].flat().map(prose),
    ...report.results.map((result) => strategySection(result, titleOf(result.strategy))),
    ...(report.whySlow === undefined ? [] : [timeSection(report.whySlow)]),
    ...memorySection(report, titleOf),
    ...[
      spreadSentences(report, titleOf)
        .map((sentence) => `- ${prose(sentence)}`)
        .join('\n'),
    ].filter((list) => list !== ''),
    checksParagraph(report.integrity),
    `Measured on Node ${environment.node.replace(/^v/, '')} (V8 ${environment.v8}), ${prose(environment.cpu)}, ${environment.cores} cores, ${prose(environment.os)}.${machineWords(environment)} ${noiseSentence(report)} Speedlens ${report.tool.version}.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Facts that the sentence does not name anyway; the path of Node is nobody else's business. */
const namedAnyway = ['Node', 'V8', 'Path', 'Processor', 'System'];

function machineWords(environment: Environment): string {
  const facts = environmentFacts(environment).filter(({ name }) => !namedAnyway.includes(name));
  return facts.length === 0
    ? ''
    : ` ${facts.map(({ name, value }) => (name === 'Flags' ? `${name}: ${code(value)}` : prose(`${name}: ${value}`))).join('; ')}.`;
}

function memorySection(report: Report, titleOf: (strategy: string) => string): readonly string[] {
  const memory = memoryRows(report, titleOf);
  if (memory === undefined) return [];
  const header = ['', 'allocated per call', 'garbage collection', 'resident'];
  const rows = memory.rows.map(({ variant, allocated, collector, added }) => [
    cell(variant),
    allocated,
    collector,
    added,
  ]);
  return [`Memory at ${prose(memory.label)}:`, table([header, ...rows])];
}

/** Failed checks stand with their sentence; those that passed are counted. */
function checksParagraph(checks: readonly IntegrityCheck[]): string {
  const failed = checks.filter(({ ok }) => !ok);
  if (failed.length === 0) return `All ${checks.length} checks of the measurement passed.`;
  const lines = failed.map(({ check, detail }) => `- ${prose(`${check}: ${detail}`)}`);
  return [`${failed.length} of ${checks.length} checks of the measurement failed:`, ...lines].join('\n');
}

function sizesTable(report: Report, titleOf: (strategy: string) => string): string {
  const measured = report.results.filter((result) => result.measured !== undefined);
  const header = ['', 'original', ...measured.map((result) => cell(titleOf(result.strategy)))];
  const rows = report.baseline.perCase.map((baseline) => [
    cell(baseline.label),
    caseTime(baseline),
    ...measured.map((result) => {
      const ratio = result.measured?.speedup.find((candidate) => candidate.label === baseline.label)?.ratio;
      return ratio === undefined ? '' : `${formatRatio(ratio.value)} (${intervalWords(ratio)})`;
    }),
  ]);
  return table([header, ...rows]);
}

/** Header first; the first column holds names, the others figures. */
function table([header = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

function strategySection(result: StrategyResult, title: string): string {
  const reasons = unlocksOnce(result.reasons).map((reason) => `- ${prose(reasonInFull(reason))}`);
  const equivalence =
    result.equivalence === undefined
      ? []
      : [
          `Compared on ${result.equivalence.cases} cases (${comparedHow(result.equivalence)}), tolerance ${prose(result.equivalence.tolerance)}.`,
        ];
  const counterexample = result.equivalence?.counterexample;
  const diff =
    result.rewrite === undefined || headlineSpeedup(result) === undefined
      ? []
      : [
          [prose(filesSentence(result.rewrite) ?? ''), prose(callersSentence(result.rewrite))].join(' ').trim(),
          `<details><summary>Rewrite</summary>\n\n${fenced(result.rewrite.diff)}\n\n</details>`,
        ];
  return [
    `### ${prose(title)}: ${shortVerdict(result)}`,
    ...(sentenceRepeatsReason(result) ? [] : [prose(verdictSentence(result))]),
    ...(counterexample === undefined
      ? []
      : [
          [
            `- arguments: ${code(counterexample.args)}`,
            `- original: ${code(counterexample.expected)}`,
            `- rewrite: ${code(counterexample.actual)}`,
          ].join('\n'),
        ]),
    ...(reasons.length > 0 ? [reasons.join('\n')] : []),
    ...equivalence,
    ...[
      memoryGainSentence(result) ?? [],
      cacheSentence(result) ?? [],
      movementSentence(result) ?? [],
      payingSentence(result) ?? [],
      result.verdict === 'faster' ? (costSentence(result) ?? []) : [],
    ]
      .flat()
      .map(prose),
    ...diff,
  ].join('\n\n');
}

function timeSection(whySlow: WhySlow): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = timeRows(whySlow).map(({ place, line, share, callees }) =>
    row([formatPercent(share), cell(place), line === undefined ? '' : inCell(code(line.text)), cell(callees)]),
  );
  const passing = passingDeopts(whySlow);
  const caveat = timeCaveat(whySlow);
  return [
    '### Where the time goes',
    prose(timeSentence(whySlow)),
    ...(rows.length === 0 ? [] : [[row(['share', '', '', '']), '| ---: | --- | --- | --- |', ...rows].join('\n')]),
    ...lastingDeopts(whySlow).map((deopt) => `- ${prose(`${placeOf(deopt)}: ${deoptSentence(deopt)}`)}`),
    ...(passing === undefined ? [] : [prose(passing)]),
    ...(caveat === undefined ? [] : [prose(caveat)]),
  ].join('\n\n');
}

/** The fence is longer than any run of backticks inside, so that no diff can end it. */
function fenced(diff: string): string {
  const longest = Math.max(2, ...[...diff.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}diff\n${diff}\n${fence}`;
}

/** A code span, one line, with a longer fence than any inside. */
function code(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 || line === '' ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}

/** A sentence: what stands between backticks as code, everything else as plain words, whatever it looks like. */
function prose(text: string): string {
  return oneLine(text)
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? code(part.slice(1, -1)) : escaped(part)))
    .join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_[\]|~$#]/g, '\\$&')
    .replace(/^[-+>=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** A sentence in a table, where a bare pipe ends the cell even inside code. */
function cell(text: string): string {
  return inCell(prose(text));
}

function inCell(markup: string): string {
  return markup.replace(/(?<!\\)\|/g, '\\|');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function fileName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}

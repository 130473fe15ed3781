// Verdicts in words, written once for every surface: the report page, the command line, lenses, notifications, Markdown.

import type { Reason } from '../model/reason.ts';
import type { EquivalenceSummary, MemoryPeak, Speedup, StrategyResult, Verdict } from '../model/report.ts';
import { formatBytes, formatCount, formatPercent, formatRatio } from './format-duration.ts';

/** A few words: '736x faster', 'no difference', 'declined', '4.10x less memory (time: no difference)'. */
export function shortVerdict(result: StrategyResult): string {
  const peak = onlyGain(result);
  const words = verdictInWords(result);
  return peak === undefined ? words : `${lessMemory(peak)} (time: ${words})`;
}

/** A gain in memory where none in time is claimed: a verdict of its own. */
function onlyGain({ memory, verdict }: StrategyResult): MemoryPeak | undefined {
  return verdict === 'no-difference' || verdict === 'slower' || verdict === 'withheld' ? memory?.peak : undefined;
}

/** Of results of which none is claimed to be faster, one that needs less memory: 'streaming-io 4.10x less memory'. */
export function thriftyVerdict(
  results: readonly StrategyResult[],
  titleOf: (strategy: string) => string,
): string | undefined {
  for (const result of results) {
    const peak = onlyGain(result);
    if (peak !== undefined) return `${titleOf(result.strategy)} ${lessMemory(peak)}`;
  }
  return undefined;
}

function lessMemory({ originalBytes, bytes }: MemoryPeak): string {
  return `${formatRatio(originalBytes / bytes)} less memory`;
}

/** 'At n = 400000 it needs 4.10x less memory: 12.0 MB instead of 49.2 MB at the peak.' Undefined without such a gain. */
export function memoryGainSentence({ memory }: StrategyResult): string | undefined {
  if (memory?.peak === undefined) return undefined;
  const { label, originalBytes, bytes } = memory.peak;
  return `At ${label} it needs ${lessMemory(memory.peak)}: ${formatBytes(bytes)} instead of ${formatBytes(originalBytes)} at the peak.`;
}

function verdictInWords(result: StrategyResult): string {
  const speedup = headlineSpeedup(result);
  switch (result.verdict) {
    case 'faster':
      return speedup === undefined ? 'faster' : `${formatRatio(speedup.ratio.value)} faster`;
    case 'slower':
      return speedup === undefined ? 'slower' : `${formatRatio(1 / speedup.ratio.value)} slower`;
    case 'no-difference':
      return 'no difference';
    case 'not-equivalent':
      return 'not equivalent';
    case 'failed':
      return 'failed';
    case 'declined':
      return 'not applicable';
    case 'withheld':
      return withheldInWords(result);
  }
}

/** Why nothing is claimed, in a few words; by the code of the first reason. */
function withheldInWords({ reasons }: StrategyResult): string {
  switch (reasons[0]?.code) {
    case 'too-few-runs':
      return 'too few runs to say';
    case 'not-certain':
    case 'too-wide':
    case 'means-disagree':
    case 'no-noise-figure':
      return 'not certain yet';
    case 'below-floor':
      return 'too quick to measure';
    case 'not-verified':
    case 'E2':
      return 'not verified';
    case 'no-repeats':
      return 'no repeats in your inputs';
    case 'integrity':
      return 'figures not trusted';
    default:
      return 'too noisy to say';
  }
}

/** What to say of results of which none is claimed to be faster; undefined when nothing was withheld. */
export function withheldVerdict(results: readonly StrategyResult[]): string | undefined {
  const words = new Set(results.filter(({ verdict }) => verdict === 'withheld').map(withheldInWords));
  return words.size > 1 ? 'no clear answer' : [...words][0];
}

/** One sentence with the evidence: the interval, the size, the counterexample or the reason. */
export function verdictSentence(result: StrategyResult): string {
  const speedup = headlineSpeedup(result);
  const first = result.reasons[0];
  const because = first === undefined ? '' : ` ${atLine(first)}`;
  switch (result.verdict) {
    case 'faster':
    case 'slower':
      return speedup === undefined
        ? `${capitalized(verdictInWords(result))}.`
        : `${capitalized(verdictInWords(result))} at ${speedup.label} (${interval(speedup, result.verdict)}).`;
    case 'no-difference': {
      const largest = speedup === undefined ? undefined : Math.max(speedup.ratio.high - 1, 1 - speedup.ratio.low);
      return largest === undefined
        ? 'No difference.'
        : `No difference at ${speedup?.label ?? ''}: any that exists is below ${formatPercent(roundedUp(largest))}.`;
    }
    case 'not-equivalent': {
      const counterexample = result.equivalence?.counterexample;
      return counterexample === undefined
        ? `Gives a different result.${because}`
        : `Gives a different result: for (${shortened(counterexample.args)}) the original gives ${shortened(counterexample.expected)}, the rewrite ${shortened(counterexample.actual)}.`;
    }
    case 'failed':
      return `Could not be run.${because}`;
    case 'declined':
      return because === '' ? 'Not applicable.' : because.trim();
    case 'withheld':
      return `No claim.${because}`;
  }
}

/** Whether the sentence says no more than the first reason does: where the reasons are listed it can be left out. */
export function sentenceRepeatsReason(result: StrategyResult): boolean {
  const first = result.reasons[0];
  return first !== undefined && verdictSentence(result).endsWith(atLine(first));
}

/** The speed-up at the case that the verdict speaks of: the largest size. */
export function headlineSpeedup(result: StrategyResult): Speedup | undefined {
  const speedups = result.measured?.speedup;
  return speedups?.find(({ label }) => label === result.headline) ?? speedups?.at(-1);
}

/** The sentence over the whole report. */
export function summarySentence(
  name: string,
  results: readonly StrategyResult[],
  titleOf: (strategy: string) => string,
): string {
  const best = bestResult(results);
  if (best !== undefined) {
    const speedup = headlineSpeedup(best);
    const cases = best.equivalence?.cases ?? 0;
    const size = speedup === undefined ? '' : ` at ${speedup.label}`;
    return `${titleOf(best.strategy)} makes ${name} ${shortVerdict(best)}${size}${callersMeant(best)}, with the same results on ${formatCount(cases)} compared ${cases === 1 ? 'case' : 'cases'}.`;
  }
  const withheld = results.filter((result) => result.verdict === 'withheld');
  const measured = results
    .filter((result) => result.verdict === 'slower' || result.verdict === 'no-difference')
    .map((result) => titleOf(result.strategy));
  const thrifty = results.find((result) => onlyGain(result) !== undefined);
  const peak = thrifty && onlyGain(thrifty);
  if (peak !== undefined)
    return `Nothing is proven to be faster than ${name}, but ${titleOf(thrifty?.strategy ?? '')} needs ${lessMemory(peak)} at ${peak.label}.`;
  if (withheld.length > 0) {
    // What is said of several strategies is said once.
    const words = [...new Set(withheld.map(withheldInWords))];
    const rows = words.map((said) => {
      const titles = withheld
        .filter((result) => withheldInWords(result) === said)
        .map(({ strategy }) => titleOf(strategy));
      return `${listed(titles)} (${said})`;
    });
    return `No claim about ${listed(rows)}; nothing else is faster than ${name} as it stands.`;
  }
  if (measured.length > 0)
    return `${name} is best left as it is: ${listed(measured)} ${measured.length === 1 ? 'is' : 'are'} not faster here.`;
  if (results.some((result) => result.verdict === 'not-equivalent' || result.verdict === 'failed'))
    return `${name} is best left as it is: no rewrite of it held up. Each row says why.`;
  return `${name} is best left as it is: no strategy has a rewrite for it. Each row says why, and what would unlock it.`;
}

/** Code of the reason beside a combination that does no better than one of its parts: it is never the best. */
export const NOT_BETTER_THAN_A_PART = 'K2';

/** The fastest proven result, of those that leave callers their plain arrays if there is one; undefined when none is. */
export function bestResult(results: readonly StrategyResult[]): StrategyResult | undefined {
  let best: StrategyResult | undefined;
  for (const result of results) {
    if (result.verdict !== 'faster' || result.reasons.some(({ code }) => code === NOT_BETTER_THAN_A_PART)) continue;
    if (best === undefined || isBetter(result, best)) best = result;
  }
  return best;
}

function isBetter(result: StrategyResult, best: StrategyResult): boolean {
  const byCallers = Number(isForTypedData(best)) - Number(isForTypedData(result));
  if (byCallers !== 0) return byCallers > 0;
  return (headlineSpeedup(result)?.ratio.value ?? 0) > (headlineSpeedup(best)?.ratio.value ?? 0);
}

/** Whom the rewrite is for, where that is not whoever calls the original. */
function callersMeant(result: StrategyResult): string {
  if (!isForTypedData(result)) return '';
  return result.variant === 'resident'
    ? " for callers that keep their numbers in the kernel's memory"
    : ' for callers with typed arrays';
}

/** The rewrite is for callers whose numbers are in typed arrays. */
function isForTypedData(result: StrategyResult): boolean {
  return result.rewrite?.signature === 'typed';
}

/** 'faster' and so on as a sign that does not need colour. */
export function verdictSign(result: StrategyResult): string {
  if (onlyGain(result) !== undefined) return '◆';
  const signs: Record<Verdict, string> = {
    faster: '▲',
    slower: '▼',
    'no-difference': '=',
    'not-equivalent': '≠',
    failed: '!',
    declined: '–',
    withheld: '?',
  };
  return signs[result.verdict];
}

/** A reason with its line in front: 'Line 14: s carries a value from one iteration to the next.' */
export function atLine(reason: { readonly message: string; readonly line?: number }): string {
  const sentence = reasonSentence(reason);
  return reason.line === undefined ? capitalized(sentence) : `Line ${reason.line}: ${sentence}`;
}

/** A reason in full, for lists of them: 'Line 14:5: `rows` comes from the caller. Copy it first. [T0]'. The code leads to docs/reasons.md. */
export function reasonInFull({ code, message, line, column, unlock }: Reason): string {
  const place = line === undefined ? '' : `Line ${line}${column === undefined ? '' : `:${column}`}: `;
  const sentence = place === '' ? atLine({ message }) : reasonSentence({ message });
  const isInCatalogue = /^[A-Z]\d+$/.test(code);
  return `${place}${sentence}${unlock === undefined ? '' : ` ${unlock}`}${isInCatalogue ? ` [${code}]` : ''}`;
}

/** The reasons with each way to unlock something once, beside the last that it is for. */
export function unlocksOnce(reasons: readonly Reason[]): readonly Reason[] {
  return reasons.map((reason, index) => {
    const { unlock, ...rest } = reason;
    return reasons.slice(index + 1).some((later) => later.unlock === unlock) ? rest : reason;
  });
}

/** What goes behind the number of compared cases: '1200 generated, 3 left out because the original is too slow or not deterministic on them'. */
export function comparedHow({ generatedCases, skippedCases = 0, cut, firstLook }: EquivalenceSummary): string {
  return [
    `${formatCount(generatedCases)} generated`,
    ...(skippedCases === 0
      ? []
      : [`${formatCount(skippedCases)} left out, on which the original is too slow or not the same twice`]),
    ...(firstLook === true ? ['a first look only'] : cut === true ? ['cut short by time'] : []),
  ].join(', ');
}

/** A reason's message with a full stop, so that another sentence can follow. */
export function reasonSentence(reason: { readonly message: string }): string {
  return /[.!?]$/.test(reason.message) ? reason.message : `${reason.message}.`;
}

/** A row's title by the catalogue's: that of a combination is made of its parts'. */
export function titleAmong(rows: readonly { readonly id: string; readonly title: string }[], strategy: string): string {
  const known = rows.find(({ id }) => id === strategy)?.title;
  if (known !== undefined) return known;
  const parts = strategy.split('+');
  return parts.length > 1 ? parts.map((part) => titleAmong(rows, part)).join(' + ') : titleFromId(strategy);
}

/** Titles by strategy id for a report that carries none: the id with a capital. */
export function titleFromId(strategy: string): string {
  return capitalized(strategy.replaceAll('-', ' ').replaceAll('+', ' + '));
}

function interval(speedup: Speedup, verdict: 'faster' | 'slower'): string {
  const { low, high } = speedup.ratio;
  const [from, to] = verdict === 'faster' ? [low, high] : [1 / high, 1 / low];
  return `95 % interval ${formatRatio(from)} to ${formatRatio(to)}`;
}

/** A bound may not be rounded below itself. */
function roundedUp(fraction: number): number {
  const step = fraction < 0.0985 ? 1000 : 100;
  return Math.max(1, Math.ceil(fraction * step - 1e-9)) / step;
}

/** Sentences name a value; the whole of it stands in the report. */
function shortened(text: string): string {
  const longest = 80;
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** Not `fooMany` or `read_rows`: a name keeps its letters. */
function capitalized(text: string): string {
  return /^[a-z]+(?![\w$.(])/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

// Where the time goes, in words and rows: the same for the page, the terminal and Markdown.

import type { Deoptimization, HotLine, WhySlow } from '../model/why-slow.ts';
import { formatCount, formatPercent } from './format-duration.ts';

export interface TimeRow {
  /** 'line 12', 'weigh.ts:3', or what else took the time. */
  readonly place: string;
  /** Present where the row is a line. */
  readonly line?: HotLine;
  readonly share: number;
  /** What the line called outside of the user's files; empty when that is little. */
  readonly callees: string;
}

/** Below so many samples a profile says nothing about single lines. */
const FEWEST_SAMPLES = 50;
const MOST_ROWS = 8;
/** Rows below this are added up. */
const LEAST_SHARE = 0.01;
/** A callee is named when it is a good part of the line and of the whole. */
const LEAST_PART_OF_LINE = 0.2;
const LEAST_SHARE_OF_CALLEE = 0.02;
/** Less than this in optimised code is told. */
const MOSTLY_OPTIMIZED = 0.9;

export function hasEnoughSamples({ samples }: WhySlow): boolean {
  return samples >= FEWEST_SAMPLES;
}

/** The hottest lines, then everything else that took a visible share; empty when there are too few samples. */
export function timeRows(whySlow: WhySlow): TimeRow[] {
  if (!hasEnoughSamples(whySlow)) return [];
  const shown = whySlow.lines.slice(0, MOST_ROWS).filter(({ share }) => share >= LEAST_SHARE);
  const rows: TimeRow[] = shown.map((line) => ({
    place: placeOf(line),
    line,
    share: line.share,
    callees: calleeWords(line),
  }));
  const { collector = 0, inputs, unplaced } = whySlow;
  const others = 1 - collector - inputs - unplaced - shown.reduce((sum, { share }) => sum + share, 0);
  const rest: readonly (readonly [string, number])[] = [
    ['garbage collection', collector],
    ['functions of the inputs', inputs],
    ['other lines', others],
    ['lines V8 does not tell', unplaced],
  ];
  return [
    ...rows,
    ...rest.filter(([, share]) => share >= LEAST_SHARE / 2).map(([place, share]) => ({ place, share, callees: '' })),
  ];
}

/** What stands out, in one or two sentences. */
export function timeSentence(whySlow: WhySlow): string {
  if (!hasEnoughSamples(whySlow)) {
    const few = `Only ${formatCount(whySlow.samples)} samples fell into the function on ${whySlow.case}: too few to tell its lines apart.`;
    return whySlow.samples === 0 ? (whySlow.note ?? few) : few;
  }
  const [hottest] = whySlow.lines;
  const parts =
    hottest === undefined
      ? []
      : [`${capital(placeOf(hottest))} takes ${formatPercent(hottest.share)} of the time on ${whySlow.case}`];
  if (whySlow.collector !== undefined && whySlow.collector >= 0.05)
    parts.push(`garbage collection ${formatPercent(whySlow.collector)}`);
  const first = `${parts.join(', ')}.`;
  return whySlow.optimized !== undefined && whySlow.optimized < MOSTLY_OPTIMIZED
    ? `${first} Only ${formatPercent(whySlow.optimized)} of it ran in optimised code.`
    : first;
}

/** Deoptimisations that go on after the warm-up: each throws away code that V8 must then make again. */
export function lastingDeopts({ deopts }: WhySlow): readonly Deoptimization[] {
  return deopts.filter(({ whileWarm }) => whileWarm > 0);
}

/** About the others; undefined when there are none. */
export function passingDeopts({ deopts }: WhySlow): string | undefined {
  const passing = deopts.filter(({ whileWarm }) => whileWarm === 0);
  if (passing.length === 0) return undefined;
  const places = [...new Set(passing.map(placeOf))];
  return `During the warm-up, where that is usual, V8 also threw away optimised code at ${listed(places.slice(0, 5))}${places.length > 5 ? ' and elsewhere' : ''}.`;
}

export function deoptSentence({ sentence, reason, whileWarm }: Deoptimization): string {
  const times = whileWarm === 1 ? 'once' : `${formatCount(whileWarm)} times`;
  return `V8 threw away optimised code ${times} while the function was warm (“${reason}”). ${sentence}`;
}

/** How the shares were taken, and how far they can be trusted. Undefined when there are none. */
export function timeCaveat(whySlow: WhySlow): string | undefined {
  if (!hasEnoughSamples(whySlow)) return undefined;
  const { samples, intervalMs, calls } = whySlow;
  const share = whySlow.lines[0]?.share ?? 0;
  // The 95 % interval of a share, were the samples independent.
  const points = Math.max(1, Math.round(196 * Math.sqrt((share * (1 - share)) / samples)));
  return [
    `V8’s sampling profiler found the function in ${formatCount(samples)} samples, one every ${intervalMs.toFixed(2)} ms, in a run of its own with ${formatCount(calls)} ${calls === 1 ? 'call' : 'calls'}; chance alone moves the largest share by ${points} ${points === 1 ? 'point' : 'points'}.`,
    ...(whySlow.collector === undefined
      ? ['Every call got fresh arguments, so garbage collection could not be told from theirs and is left out.']
      : []),
    'What a line calls in V8, Node or packages counts as the line’s, and inlined functions count for their own lines.',
    'Optimised code is reordered and samples land a little late, so the lines of one loop can trade shares. V8’s intermediate compilers were off, since they do not tell lines; deoptimisations are those of another run, with all compilers on. No time in this report comes from either.',
  ].join(' ');
}

/** 'line 12', or the file's name as well when it is not the subject's. */
export function placeOf({ file, line }: { readonly file?: string; readonly line: number }): string {
  return file === undefined ? `line ${line}` : `${file.split(/[\\/]/).at(-1) ?? file}:${line}`;
}

function calleeWords({ callees, share }: HotLine): string {
  const named = callees.filter(
    (callee) => callee.share >= LEAST_SHARE_OF_CALLEE && callee.share >= share * LEAST_PART_OF_LINE,
  );
  return named.length === 0
    ? ''
    : `in ${listed(named.map((callee) => `${callee.name} ${formatPercent(callee.share)}`))}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

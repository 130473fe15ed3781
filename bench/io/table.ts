// The tables of the I/O benchmark, made from its raw trials and nothing else: one row for each function and size.
import { type PairedRatio, pairedRatio } from '../../src/engine/statistics/paired-ratio.ts';
import { median } from '../../src/engine/statistics/quantile.ts';
import type { Decline, Kept, Trial, Variant } from './trial.ts';

/** What share of the speed of the version by hand is wanted. */
const BAR = 0.9;
/** Times that differ by less are called equal where memory is what is gained. */
const EQUAL_TIME = 0.1;

export interface Row {
  readonly name: string;
  readonly size: string;
  /** Milliseconds of a call. */
  readonly times: ReadonlyMap<Variant, number>;
  /**
   * Of the speed by hand, from pairs of processes that ran one after the other: by time of processors, since how long a call takes depends on what
   * else the machine does, and by time of calls where they wait for several files at once.
   */
  readonly ofByHand: PairedRatio | undefined;
  /** Milliseconds of a first call whose file was in no cache; empty where that could not be had. */
  readonly coldTimes: ReadonlyMap<Variant, number>;
  /** Bytes that the first call added to the peak of resident memory. */
  readonly memory: ReadonlyMap<Variant, number>;
  /** Variants that ran out of memory. */
  readonly died: ReadonlySet<Variant>;
  /** Why there is no rewrite. */
  readonly declined?: string;
}

/** Of each variant the median of its processes, and the share of the speed by hand from the pairs that ran one after the other. */
export function rowsOf(kept: readonly Kept[]): readonly Row[] {
  const trials = kept.filter((one): one is Trial => 'variant' in one);
  const groups = new Map<string, Trial[]>();
  for (const trial of trials) {
    const key = `${trial.name} ${trial.size}`;
    groups.set(key, [...(groups.get(key) ?? []), trial]);
  }
  return [...groups.values()].map((group) => {
    const middle = (of: (trial: Trial) => number | undefined): ReadonlyMap<Variant, number> => {
      const found = new Map<Variant, number>();
      for (const variant of new Set(group.map((trial) => trial.variant))) {
        const values = [...byRound(group, variant, of).values()];
        if (values.length > 0) found.set(variant, median(values));
      }
      return found;
    };
    const waits = group.every(({ processorMs }) => processorMs === undefined);
    const told = ({ timeMs, processorMs }: Trial): number | undefined => (waits ? timeMs : processorMs);
    const { name = '', size = '' } = group[0] ?? {};
    const decline = kept.find((one): one is Decline => 'declined' in one && one.name === name);
    return {
      name,
      size,
      times: middle(({ timeMs }) => timeMs),
      ofByHand: pairedRatio(byRound(group, 'by-hand', told), byRound(group, 'rewritten', told)),
      coldTimes: middle(({ coldMs }) => coldMs),
      memory: middle(({ addedBytes }) => addedBytes),
      died: new Set(group.filter(({ died }) => died).map(({ variant }) => variant)),
      ...(decline === undefined ? {} : { declined: decline.declined }),
    };
  });
}

/** Each process of a variant is one of a round, in the order in which they ran. */
function byRound(
  group: readonly Trial[],
  variant: Variant,
  of: (trial: Trial) => number | undefined,
): ReadonlyMap<number, number> {
  const own = group.filter((trial) => trial.variant === variant);
  return new Map(
    own.flatMap((trial, round) => {
      const value = of(trial);
      return value === undefined ? [] : [[round, value] as const];
    }),
  );
}

type Answer = 'reached' | 'missed' | 'open';

/** Whether the whole interval lies on one side of the bar. */
function answerOf({ ratio }: PairedRatio): Answer {
  if (ratio.low >= BAR) return 'reached';
  return ratio.high < BAR ? 'missed' : 'open';
}

/** Whether more rounds could tell if the bar is reached. */
export function isOpen(trials: readonly Trial[]): boolean {
  return rowsOf(trials).some(({ ofByHand }) => ofByHand !== undefined && answerOf(ofByHand) === 'open');
}

/** All of a run. */
export function tablesOf(kept: readonly Kept[]): string {
  const rows = rowsOf(kept);
  return [
    headerOfTable(),
    ...rows.map(lineOfTable),
    '',
    legend,
    '',
    barsOf(rows),
    memoryOf(rows),
    leaksOf(kept),
    '',
  ].join('\n');
}

const legend =
  "Times are of warm calls, the later half of them, their file in the system's cache; the first call is told apart, its file in no cache; of several processes the median. 'Of by hand' compares the time of processors, for many files the time of a call, of processes that ran one after the other: trimmed mean of the pairs with its 95 % interval. Memory is what the first call added to the peak of the process.";

function ratio(times: ReadonlyMap<Variant, number>, over: Variant, under: Variant): number {
  return (times.get(over) ?? Number.NaN) / (times.get(under) ?? Number.NaN);
}

/** Which rewrites reach so much of the speed by hand, which do not, and which these pairs cannot tell. */
function barsOf(rows: readonly Row[]): string {
  const told = rows.flatMap((row) => (row.ofByHand === undefined ? [] : [{ ...row, ofByHand: row.ofByHand }]));
  const those = (answer: Answer) => told.filter(({ ofByHand }) => answerOf(ofByHand) === answer);
  const names = new Set(told.map(({ name }) => name));
  const full = [...names].filter(
    (name) =>
      those('reached').filter((row) => row.name === name).length === told.filter((row) => row.name === name).length,
  );
  const listed = (answer: Answer): string =>
    those(answer)
      .map(({ name, size, ofByHand }) => `${name} at ${size} ${shareOf(ofByHand)}`)
      .join(', ') || 'none';
  const died = rows.filter((row) => row.died.has('original') && !row.died.has('rewritten')).length;
  return [
    `At least ${BAR * 100} % of the speed by hand, the whole interval: ${those('reached').length} of ${told.length} rows, ${full.length} of ${names.size} functions at every size.`,
    `Below it, the whole interval: ${listed('missed')}.`,
    `Not told, the interval holds the bar: ${listed('open')}.`,
    `Rows in which the original runs out of memory and the rewrite does not: ${died}.`,
  ].join('\n');
}

function shareOf({ ratio, pairs }: PairedRatio): string {
  const [value, low, high] = [ratio.value, ratio.low, ratio.high].map((share) => (share * 100).toFixed(0));
  return `${value} % (${low} to ${high}, ${pairs} pairs)`;
}

/** Where memory is all that is gained. */
function memoryOf(rows: readonly Row[]): string {
  const told = rows.flatMap((row) => {
    const faster = ratio(row.times, 'original', 'rewritten');
    const less = ratio(row.memory, 'original', 'rewritten');
    if (!(Math.abs(Math.log(faster)) < EQUAL_TIME && less >= 2)) return [];
    return [`${row.name} at ${row.size} (${faster.toFixed(2)}x the speed, ${less.toFixed(1)}x less memory)`];
  });
  return `Rows at equal time with less than half of the memory: ${told.join(', ') || 'none'}.`;
}

function leaksOf(kept: readonly Kept[]): string {
  const counted = kept.filter((one): one is Trial => 'variant' in one && one.leaked !== undefined);
  const leaking = counted.filter(({ leaked = 0 }) => leaked > 0).map(({ name, leaked }) => `${leaked} by ${name}`);
  return `Files left open by 1000 calls of a rewrite: ${leaking.join(', ') || 'none'} (counted for ${counted.length} functions).`;
}

/** Without a final line end, as the lines. */
export function headerOfTable(): string {
  const header = [
    'function',
    'size',
    'original',
    'rewritten',
    'by hand',
    'faster',
    'of by hand',
    'first call, cold: original',
    'rewritten',
    'by hand',
    'memory added: original',
    'rewritten',
    'by hand',
  ];
  return `${line(header)}\n${line(header.map(() => '---'))}`;
}

export function lineOfTable(row: Row): string {
  const time = (variant: Variant): string => {
    if (row.died.has(variant)) return 'out of memory';
    const value = row.times.get(variant);
    return value === undefined ? `declined: ${row.declined ?? ''}` : `${value.toPrecision(3)} ms`;
  };
  const memory = (variant: Variant): string => {
    const value = row.memory.get(variant);
    return value === undefined ? '-' : `${(value / (1 << 20)).toFixed(0)} MB`;
  };
  const cold = (variant: Variant): string => {
    const value = row.coldTimes.get(variant);
    return value === undefined ? '-' : `${value.toPrecision(3)} ms`;
  };
  const faster = ratio(row.times, 'original', 'rewritten');
  return line([
    row.name,
    row.size,
    time('original'),
    time('rewritten'),
    row.declined === undefined ? time('by-hand') : '-',
    Number.isNaN(faster) ? '-' : `${faster.toPrecision(3)}x`,
    row.ofByHand === undefined ? '-' : shareOf(row.ofByHand),
    cold('original'),
    cold('rewritten'),
    row.declined === undefined ? cold('by-hand') : '-',
    memory('original'),
    memory('rewritten'),
    row.declined === undefined ? memory('by-hand') : '-',
  ]);
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

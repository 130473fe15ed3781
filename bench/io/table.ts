// The tables of the I/O benchmark, made from its raw trials and nothing else: one row for each function and size.
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
  /** The same in time of processors, where a call does not wait for several files at once. */
  readonly processorTimes: ReadonlyMap<Variant, number>;
  /** Milliseconds of a first call whose file was in no cache; empty where that could not be had. */
  readonly coldTimes: ReadonlyMap<Variant, number>;
  /** Bytes that the first call added to the peak of resident memory. */
  readonly memory: ReadonlyMap<Variant, number>;
  /** Variants that ran out of memory. */
  readonly died: ReadonlySet<Variant>;
  /** Why there is no rewrite. */
  readonly declined?: string;
}

/** Of each variant the best process: what a shared machine adds is never less than nothing. */
export function rowsOf(kept: readonly Kept[]): readonly Row[] {
  const trials = kept.filter((one): one is Trial => 'variant' in one);
  const groups = new Map<string, Trial[]>();
  for (const trial of trials) {
    const key = `${trial.name} ${trial.size}`;
    groups.set(key, [...(groups.get(key) ?? []), trial]);
  }
  return [...groups.values()].map((group) => {
    const least = (of: (trial: Trial) => number | undefined): ReadonlyMap<Variant, number> => {
      const found = new Map<Variant, number>();
      for (const trial of group) {
        const value = of(trial);
        if (value !== undefined) found.set(trial.variant, Math.min(value, found.get(trial.variant) ?? value));
      }
      return found;
    };
    const { name = '', size = '' } = group[0] ?? {};
    const decline = kept.find((one): one is Decline => 'declined' in one && one.name === name);
    return {
      name,
      size,
      times: least(({ timeMs }) => timeMs),
      processorTimes: least(({ processorMs }) => processorMs),
      coldTimes: least(({ coldMs }) => coldMs),
      memory: least(({ addedBytes }) => addedBytes),
      died: new Set(group.filter(({ died }) => died).map(({ variant }) => variant)),
      ...(decline === undefined ? {} : { declined: decline.declined }),
    };
  });
}

export function missesBar(trials: readonly Trial[]): boolean {
  return rowsOf(trials).some((row) => shareOfByHand(row) < BAR);
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
  "Times are of warm calls, the later half of them, their file in the system's cache; the first call is told apart, its file in no cache. 'Of by hand' compares the time of processors, for many files the time of a call. Memory is what the first call added to the peak of the process.";

/** Of its speed, told by time of processors where that can be: how long a call takes depends on what else the machine does. */
function shareOfByHand({ times, processorTimes }: Row): number {
  return ratio(processorTimes.size > 0 ? processorTimes : times, 'by-hand', 'rewritten');
}

function ratio(times: ReadonlyMap<Variant, number>, over: Variant, under: Variant): number {
  return (times.get(over) ?? Number.NaN) / (times.get(under) ?? Number.NaN);
}

/** Which rewrites reach so much of the speed by hand, and which do not. */
function barsOf(rows: readonly Row[]): string {
  const told = rows.map((row) => [row, shareOfByHand(row)] as const).filter(([, share]) => !Number.isNaN(share));
  const below = told.filter(([, share]) => share < BAR);
  const names = new Set(told.map(([{ name }]) => name));
  const full = [...names].filter((name) => !below.some(([row]) => row.name === name));
  const missed = below.map(([{ name, size }, share]) => `${name} at ${size} ${(share * 100).toFixed(0)} %`).join(', ');
  const died = rows.filter((row) => row.died.has('original') && !row.died.has('rewritten')).length;
  return [
    `At least ${BAR * 100} % of the speed by hand: ${told.length - below.length} of ${told.length} rows, ${full.length} of ${names.size} functions at every size.${missed === '' ? '' : ` Not met: ${missed}.`}`,
    `Rows in which the original runs out of memory and the rewrite does not: ${died}.`,
  ].join('\n');
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
  const share = shareOfByHand(row);
  return line([
    row.name,
    row.size,
    time('original'),
    time('rewritten'),
    row.declined === undefined ? time('by-hand') : '-',
    Number.isNaN(faster) ? '-' : `${faster.toPrecision(3)}x`,
    Number.isNaN(share) ? '-' : `${(share * 100).toFixed(0)} %`,
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

// From which size on the suggested code pays: predicted as the product does it, from three sizes far apart, the growth fitted to their times, and up to two
// sizes more where that lets it be expected, and measured close up, at many sizes around that. Both as the product measures, each size in processes of its own:
// threads that had much to do just before are quicker to begin, so a size timed among larger ones would look better than it is. And from the medians of several
// processes: one alone may be off by half, in its compiler's choices and in where its threads run. A crossing of two noisy times cannot be found by halving: one
// wrong step is never taken back.
import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { breakEvenAbove } from '../../src/engine/judge/break-even.ts';
import { dataMovement } from '../../src/engine/judge/data-movement.ts';
import type { SharedOut } from '../../src/engine/judge/shared-out-crossing.ts';
import { sizeBetween } from '../../src/engine/judge/size-between.ts';
import { MOST_CLOSE_UPS } from '../../src/engine/measure/close-up.ts';
import type { MovementAnswer } from '../../src/engine/process/protocol.ts';
import { fitGrowth } from '../../src/engine/statistics/growth-fit.ts';
import { quantile } from '../../src/engine/statistics/quantile.ts';
import { seededRandom } from '../../src/engine/statistics/random.ts';
import type { DataMovement, Estimate } from '../../src/model/report.ts';
import { ENOUGH_CORES } from './cores-seen.ts';

/** What a process times. */
export interface TimingRequest {
  readonly kernel: string;
  readonly originalUrl: string;
  readonly suggestedUrl: string;
  readonly size: number;
  readonly calls: number;
  /** Ask where the time goes, as a run of the product does. */
  readonly watched?: boolean;
}

/** Milliseconds, as one process saw them. */
export interface SizeTimes {
  readonly size: number;
  readonly original: number;
  readonly suggested: number;
  /** Where the time of a suggested call went, where that was asked. */
  readonly movement?: MovementAnswer;
}

export interface ProcessTimes {
  readonly times: SizeTimes;
  /** How many cores it had for its threads, in the median of many moments. */
  readonly cores: number;
}

/** One process for each size in a round, rounds after each other. */
export type Seen = readonly (readonly SizeTimes[])[];

export interface Crossing {
  readonly size: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 400;
/** Around the place that was predicted, or seen last. */
const CLOSE_UP = [0.5, 0.63, 0.8, 1, 1.26, 1.6, 2];
const script = fileURLToPath(new URL('./crossing-process.mjs', import.meta.url));

/** So many processes of a size are started for each that is asked for, at most. */
const ATTEMPTS = 2;

/**
 * Of those that had the cores: where two threads share one, as the scheduler of a busy machine has it for seconds, none of what they do is faster. That is told by
 * work of its own (cores-seen.ts), not by what is timed. Where too few had them, all count, and `leftOut` says how many should not.
 */
export function timeInProcesses(
  request: Omit<TimingRequest, 'size'>,
  sizes: readonly number[],
  processes: number,
): { readonly seen: Seen; readonly leftOut: number } {
  const enough = ENOUGH_CORES * availableParallelism();
  const all = sizes.map((): ProcessTimes[] => []);
  const withCores = (of: readonly ProcessTimes[]) => of.filter(({ cores }) => cores >= enough);
  // The sizes take turns, so that what the machine does in the meantime meets all of them.
  for (let attempt = 0; attempt < ATTEMPTS * processes; attempt += 1) {
    for (const [at, size] of sizes.entries()) {
      const own = all[at] ?? [];
      if (withCores(own).length >= processes) continue;
      const printed = execFileSync(process.execPath, [script, JSON.stringify({ ...request, size })], {
        encoding: 'utf8',
      });
      own.push(JSON.parse(printed) as ProcessTimes);
    }
  }
  const counted = all.map((own) => (withCores(own).length > processes / 2 ? withCores(own) : own));
  const rounds = Math.min(...counted.map(({ length }) => length));
  return {
    seen: Array.from({ length: rounds }, (_, round) => counted.flatMap((own) => own[round]?.times ?? [])),
    leftOut: all.reduce((sum, own) => sum + own.length - withCores(own).length, 0),
  };
}

/** As a run of the product says it, from the sizes that it was given and those that it adds between them (engine/close-up.ts); or why it says none. */
export function predictedCrossing(
  timed: (sizes: readonly number[]) => Seen,
  named: readonly number[],
  sharedOut: SharedOut | undefined,
): { readonly predicted: Crossing | string; readonly seen: Seen; readonly added: readonly number[] } {
  let seen = timed(named);
  const added: number[] = [];
  for (;;) {
    const predicted = crossingOfAll(comparisonsOf(seen), sharedOut);
    const size =
      typeof predicted === 'string' || added.length >= MOST_CLOSE_UPS
        ? undefined
        : sizeBetween(predicted, named, [...named, ...added]);
    if (size === undefined) return { predicted, seen, added };
    added.push(size);
    seen = beside(seen, timed([size]));
  }
}

/** As many rounds as both have, each from small to large. */
function beside(one: Seen, other: Seen): Seen {
  const rounds = Math.min(one.length, other.length);
  return Array.from({ length: rounds }, (_, round) =>
    [...(one[round] ?? []), ...(other[round] ?? [])].sort((a, b) => a.size - b.size),
  );
}

interface SizeComparison {
  readonly size: number;
  readonly pairs: number;
  readonly original: Estimate;
  readonly suggested: Estimate;
  readonly ratio: Estimate;
  readonly movement: DataMovement | undefined;
}

function comparisonsOf(seen: Seen): readonly SizeComparison[] {
  const sizes = seen[0]?.map(({ size }) => size) ?? [];
  const estimateAt = (at: number, of: (one: SizeTimes) => number): Estimate =>
    estimate(seen, (processes) => median(processes.flatMap((one) => one[at] ?? []).map(of)));
  return sizes.map((size, at) => ({
    ...{ size, pairs: seen.length },
    original: estimateAt(at, ({ original }) => original),
    suggested: estimateAt(at, ({ suggested }) => suggested),
    ratio: estimateAt(at, ({ original, suggested }) => original / suggested),
    movement: dataMovement(
      `n = ${size}`,
      seen.flatMap((one) => one[at]?.movement ?? []),
    ),
  }));
}

function crossingOfAll(comparisons: readonly SizeComparison[], sharedOut: SharedOut | undefined): Crossing | string {
  const growthOf = (which: 'original' | 'suggested') => {
    const fitted = fitGrowth(comparisons.map((one) => ({ size: one.size, time: one[which] })));
    return 'growth' in fitted ? fitted.growth : undefined;
  };
  const [baseline, candidate] = [growthOf('original'), growthOf('suggested')];
  const growth = baseline && candidate && { baseline, candidate };
  return breakEvenAbove(sharedOut, comparisons, growth) ?? whyNone(comparisons);
}

/** In the words of the report where there are some: a rewrite that pays at all sizes has no size from which on it does. */
function whyNone(sizes: readonly { readonly size: number; readonly ratio: Estimate }[]): string {
  const [first, last] = [sizes[0]?.size, sizes.at(-1)?.size];
  if (sizes.every(({ ratio }) => ratio.low > 1)) return `none: faster at all sizes from ${first} on`;
  if (sizes.every(({ ratio }) => ratio.high < 1)) return `none: slower at all sizes up to ${last}`;
  if ((sizes.at(-1)?.ratio.value ?? 0) <= 1) return `none: not faster at the largest size, ${last}`;
  if (!sizes.some(({ ratio }) => ratio.high < 1)) return `none: not surely slower at any size from ${first} on`;
  return 'none: the ratios do not rise with the size';
}

/** Wider than by this factor an interval says nothing. */
const WIDEST = 4;

/**
 * Where the median ratio goes through 1; why not when that is nowhere near, or above `largest`. The ratios are made to rise with the size (isotonic
 * regression, Barlow and others 1972), in log-log scale: where more parts begin they jump, which a straight line through them would not show. Above `undivided` parts begin at all: both sides of that are timed.
 */
export function measuredCrossing(
  timed: (sizes: readonly number[]) => Seen,
  {
    near,
    largest,
    undivided,
  }: { readonly near: number; readonly largest: number; readonly undivided: number | undefined },
): Crossing | string {
  let center = near;
  let away = '';
  for (let attempt = 0; attempt < 4 && center < largest; attempt += 1) {
    const around = CLOSE_UP.map((factor) => Math.max(1, Math.round(center * factor)));
    const [least, most] = [Math.min(...around), Math.max(...around)];
    const jump =
      undivided === undefined ? [] : [undivided, undivided + 1].filter((size) => size > least && size < most);
    const sizes = [...new Set([...around, ...jump])].sort((a, b) => a - b);
    const crossing = estimate(timed(sizes), crossingOf);
    const [from = 0, to = 0] = [sizes[0], sizes.at(-1)];
    const isNear = crossing.value > from && crossing.value < to;
    if (isNear && !(crossing.high / crossing.low < WIDEST))
      return `not to be told: somewhere between ${Math.round(crossing.low)} and ${Math.round(crossing.high)}`;
    if (isNear) return { size: crossing.value, low: crossing.low, high: crossing.high };
    const isAbove = crossing.value >= to;
    away = isAbove ? `none: slower at all sizes up to ${to}` : `none: faster at all sizes from ${from} on`;
    if (from === 1 && !isAbove) break;
    center = isAbove ? center * 3 : center / 3;
  }
  return away;
}

function crossingOf(seen: Seen): number {
  const logAt = (at: number): number =>
    median(seen.flatMap((round) => round[at] ?? []).map(({ original, suggested }) => Math.log(original / suggested)));
  const points = rising((seen[0] ?? []).map(({ size }, at) => ({ size, log: logAt(at) })));
  const after = points.findIndex(({ log }) => log > 0);
  const [before, above] = [points[after - 1], points[after]];
  // Somewhere beyond: between infinite values a quantile is no number.
  if (above === undefined) return 10 * (points.at(-1)?.size ?? 1);
  if (before === undefined) return 0;
  return before.size * (above.size / before.size) ** (before.log / (before.log - above.log));
}

interface SizedLog {
  readonly size: number;
  readonly log: number;
}

/** The nearest that never falls: neighbours that do are pooled, with the mean of each pool at the middle of its sizes. */
function rising(points: readonly SizedLog[]): readonly SizedLog[] {
  const pools: { sizes: number; log: number; count: number }[] = [];
  for (const { size, log } of points) {
    pools.push({ sizes: Math.log(size), log, count: 1 });
    for (let last = pools.length - 1; last > 0; last -= 1) {
      const [one, next] = [pools[last - 1], pools[last]];
      if (one === undefined || next === undefined || one.log / one.count <= next.log / next.count) break;
      pools.splice(last - 1, 2, {
        sizes: one.sizes + next.sizes,
        log: one.log + next.log,
        count: one.count + next.count,
      });
    }
  }
  return pools.map(({ sizes, log, count }) => ({ size: Math.exp(sizes / count), log: log / count }));
}

/** Something made of what processes saw, with the interval of 95 % that resampling the processes gives it. */
function estimate(seen: Seen, of: (processes: Seen) => number): Estimate {
  const random = seededRandom(1);
  const resampled = Array.from({ length: RESAMPLES }, () =>
    of(seen.map(() => seen[Math.floor(random() * seen.length)] ?? [])),
  ).sort((a, b) => a - b);
  return { value: of(seen), low: quantile(resampled, 0.025), high: quantile(resampled, 0.975), confidence: 0.95 };
}

export function median(values: readonly number[]): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

// From raw measurements to figures for the report: times, speed-ups and the noise of this run. No verdicts here.
import type { Estimate, Measured, MeasuredCase, ProcessSpread, Speedup } from '../../model/report.ts';
import type { Workload } from '../../model/variant.ts';
import type { Measurements, Series } from '../measure/measurements.ts';
import type { CacheAnswer, CaseListing, MovementAnswer, RunFailure, SampleAnswer } from '../process/protocol.ts';
import {
  adjustedTime,
  fitSpeedAdjustment,
  type SpeedAdjustment,
  slopeUncertainty,
} from '../statistics/machine-speed.ts';
import { labelOutliers } from '../statistics/outliers.ts';
import { type PairedRatio, pairedRatio, pairSpread } from '../statistics/paired-ratio.ts';
import { callTimeFor, estimateTime, processMean } from '../statistics/process-time.ts';
import { median } from '../statistics/quantile.ts';
import { type Sample, toSample } from '../statistics/sample.ts';
import { probabilityOf } from '../statistics/trimmed-mean.ts';
import { twoSpeeds } from '../statistics/two-speeds.ts';
import { FLOOR_MULTIPLE, LARGEST_CALL_SHARE } from './thresholds.ts';

/** Below this probability two variants' yardsticks do not differ by chance. */
const YARDSTICKS_DIFFER = 0.05;

export interface Estimates {
  /** Of single calls; cases without an estimate are missing. */
  readonly baseline: Measured;
  readonly noise: { readonly sameCodeDifference: number };
  /** False when no A/A pair could be compared: then nothing may be claimed. */
  readonly noiseKnown: boolean;
  /** By variant id. */
  readonly candidates: ReadonlyMap<string, CandidateEstimate>;
  /** Why a case of the baseline has no figures. */
  readonly baselineFailures: readonly CaseFailure[];
}

export interface CandidateEstimate {
  readonly variantId: string;
  /** For the report as it is. `speedup` is in case order. */
  readonly measured: Measured & { readonly speedup: readonly Speedup[] };
  /** The same cases, with what a judge needs to know besides. */
  readonly comparisons: readonly Comparison[];
  readonly failures: readonly CaseFailure[];
  /** Of the largest case with a sound figure. */
  readonly hitRate?: number;
  /** What a cache between calls did, by the label of the case; one answer a process. */
  readonly caches: ReadonlyMap<string, readonly CacheAnswer[]>;
  /** Where the time of calls goes that hand work to threads, likewise. */
  readonly movements: ReadonlyMap<string, readonly MovementAnswer[]>;
}

interface CaseFailure {
  readonly label: string;
  readonly failure: RunFailure;
}

export interface Comparison {
  readonly label: string;
  readonly size?: number;
  readonly workload: Workload;
  readonly batchCalls?: number;
  /** From low percentiles, paired by round. */
  readonly ratio: Estimate;
  /** Of this comparison alone. */
  readonly probability: number;
  readonly pairs: number;
  /** The same ratio from means, which contain collections and slow phases: a claim must not hang on leaving them out. */
  readonly meanRatio: Estimate;
  readonly baselineTime: Estimate;
  readonly candidateTime: Estimate;
  /** What an empty call took, nanoseconds. */
  readonly floorNs: number;
  readonly baselineFirstCallMs: number;
  readonly candidateFirstCallMs: number;
  readonly baselineLoadMs: number;
  readonly candidateLoadMs: number;
  /** Share of processes, both sides, whose warm-up became steady. */
  readonly steadyShare: number;
}

export function estimateMeasurements(measurements: Measurements): Estimates {
  const baselines = measurements.series.filter(({ role, workload }) => role === 'baseline' && workload === 'single');
  const differences = measurements.series
    .filter(({ role }) => role === 'twin')
    .map((twin) => sameCodeDifference(twin, measurements))
    .filter((difference) => difference !== undefined);
  const candidates = new Map<string, CandidateEstimate>();
  for (const { variantId, role } of measurements.series) {
    if (role === 'candidate' && !candidates.has(variantId)) {
      candidates.set(variantId, estimateCandidate(variantId, measurements));
    }
  }
  return {
    baseline: {
      perCase: baselines.map((series) => measuredCase(series, measurements)).filter((found) => found !== undefined),
    },
    noise: { sameCodeDifference: Math.max(0, ...differences) },
    noiseKnown: differences.length > 0,
    candidates,
    baselineFailures: failuresOf(
      measurements.series.filter(({ role }) => role === 'baseline'),
      measurements,
    ),
  };
}

function estimateCandidate(variantId: string, measurements: Measurements): CandidateEstimate {
  const series = measurements.series.filter((one) => one.variantId === variantId);
  const comparisons = series.map((one) => compare(one, measurements)).filter((found) => found !== undefined);
  const hitRate = series
    .flatMap(({ runs }) => runs.map(({ answer }) => answer.hitRate))
    .filter((rate) => rate !== undefined)
    .at(-1);
  const caches = new Map<string, readonly CacheAnswer[]>();
  const movements = new Map<string, readonly MovementAnswer[]>();
  for (const one of series) {
    const label = listingOf(one, measurements)?.label;
    if (label === undefined) continue;
    const answers = one.runs.map(({ answer }) => answer);
    caches.set(
      label,
      answers.flatMap(({ cache }) => cache ?? []),
    );
    movements.set(
      label,
      answers.flatMap(({ movement }) => movement ?? []),
    );
  }
  return {
    variantId,
    measured: {
      perCase: series.map((one) => measuredCase(one, measurements)).filter((found) => found !== undefined),
      speedup: comparisons.map(({ label, size, ratio, workload, baselineTime }) => ({
        label,
        ...(size === undefined ? {} : { size }),
        ratio,
        ...(workload === 'single' ? {} : { baselineTime }),
      })),
    },
    comparisons,
    failures: failuresOf(series, measurements),
    ...(hitRate === undefined ? {} : { hitRate }),
    caches,
    movements,
  };
}

function compare(candidate: Series, measurements: Measurements): Comparison | undefined {
  const baseline = baselineOf(candidate, measurements);
  const listing = listingOf(candidate, measurements);
  // A series that was given up had rounds before; figures beside a failure would be read as a result.
  if (baseline === undefined || listing === undefined || candidate.failure !== undefined) return undefined;
  const paired = ratioOf(baseline, candidate, measurements);
  const means = pairedRatio(byRound(baseline, meanCallTime), byRound(candidate, meanCallTime));
  const baselineTime = timeOf(baseline, measurements);
  const candidateTime = timeOf(candidate, measurements);
  if (paired === undefined || means === undefined || baselineTime === undefined || candidateTime === undefined)
    return undefined;
  const both = [...baseline.runs, ...candidate.runs].map(({ answer }) => answer);
  return {
    label: listing.label,
    ...(listing.size === undefined ? {} : { size: listing.size }),
    workload: candidate.workload,
    ...(candidate.batchCalls === undefined ? {} : { batchCalls: candidate.batchCalls }),
    ratio: paired.ratio,
    probability: paired.probability,
    pairs: paired.pairs,
    meanRatio: means.ratio,
    baselineTime,
    candidateTime,
    floorNs: floorOf(both),
    baselineFirstCallMs: medianOf(baseline, (answer) => answer.firstCallMs),
    candidateFirstCallMs: medianOf(candidate, (answer) => answer.firstCallMs),
    baselineLoadMs: medianOf(baseline, (answer) => answer.loadMs),
    candidateLoadMs: medianOf(candidate, (answer) => answer.loadMs),
    steadyShare: both.filter(({ steady }) => steady).length / both.length,
  };
}

function baselineOf(series: Series, measurements: Measurements): Series | undefined {
  return measurements.series.find(
    ({ role, caseIndex, workload }) =>
      role === 'baseline' && caseIndex === series.caseIndex && workload === series.baselineWorkload,
  );
}

/** How much slower or faster the twin was than the code that it is: 0.02 for 2 %, whichever way. */
function sameCodeDifference(twin: Series, measurements: Measurements): number | undefined {
  const baseline = baselineOf(twin, measurements);
  if (baseline === undefined) return undefined;
  const paired = ratioOf(baseline, twin, measurements);
  return paired === undefined ? undefined : Math.exp(Math.abs(Math.log(paired.ratio.value))) - 1;
}

function measuredCase(series: Series, measurements: Measurements): MeasuredCase | undefined {
  const times = timesOf(series, measurements);
  const time = times === undefined ? undefined : estimateTime(times);
  const listing = listingOf(series, measurements);
  if (times === undefined || time === undefined || listing === undefined || series.failure !== undefined) {
    return undefined;
  }
  const answers = series.runs.map(({ answer }) => answer);
  const floorNs = floorOf(answers);
  const taken = costTakenOff(series);
  const isBelowFloor = time.value < FLOOR_MULTIPLE * floorNs;
  return {
    label: listing.label,
    ...(listing.size === undefined ? {} : { size: listing.size }),
    time: taken === undefined ? time : withinCost(time, floorNs, taken),
    firstCallMs: medianOf(series, (answer) => answer.firstCallMs),
    ...(isBelowFloor ? { belowFloor: true } : {}),
    ...(!isBelowFloor && taken !== undefined && floorNs > LARGEST_CALL_SHARE * time.value ? { boundsOnly: true } : {}),
    processes: spreadOf(times),
    ...memoryOf(answers),
  };
}

/** Of single calls what being called costs was taken off, or what awaiting costs too; of many calls timed as one it was not. */
function costTakenOff({ workload, runs }: Series): 'calling' | 'awaiting' | undefined {
  if (workload !== 'single') return undefined;
  return runs.some(({ answer }) => answer.facts?.isAsync !== false) ? 'awaiting' : 'calling';
}

/**
 * A processor begins the next call while the one before is still under way, as far as neither waits for the other: then being called costs less than
 * around a function that does nothing, and how much less cannot be told. So the interval reaches from all of it taken off to nothing. Awaiting costs
 * more around some functions as well (what was measured of both stands in measure/child/call-cost.ts): there the interval reaches as far down.
 */
function withinCost(time: Estimate, floorNs: number, taken: 'calling' | 'awaiting'): Estimate {
  const low = taken === 'awaiting' ? Math.max(time.low - floorNs, time.low / 2) : time.low;
  return { ...time, low, high: time.high + floorNs };
}

function memoryOf(answers: readonly SampleAnswer[]) {
  const allocated = answers.flatMap(({ allocatedBytesPerCall }) => allocatedBytesPerCall ?? []);
  const collectors = answers.flatMap(({ collector }) => collector ?? []);
  const watchedMs = collectors.reduce((sum, { ofMs }) => sum + ofMs, 0);
  const collectingMs = collectors.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const added = answers.flatMap(({ peakRssBytes, ownRssBytes }) =>
    ownRssBytes === undefined ? [] : [peakRssBytes - ownRssBytes],
  );
  return {
    // Trusted when most of the processes that looked could read it.
    ...(allocated.length * 2 > collectors.length ? { allocatedBytes: Math.round(median(allocated)) } : {}),
    ...(watchedMs === 0 ? {} : { collectorShare: Math.min(1, collectingMs / watchedMs) }),
    peakRssBytes: Math.max(...answers.map(({ peakRssBytes }) => peakRssBytes)),
    ...(added.length === 0 ? {} : { addedRssBytes: Math.round(median(added)) }),
  };
}

function timeOf(series: Series, measurements: Measurements): Estimate | undefined {
  const sample = timesOf(series, measurements);
  return sample === undefined ? undefined : estimateTime(sample);
}

/** One time for each process. */
function timesOf(series: Series, measurements: Measurements): Sample | undefined {
  const group = groupOf(series, measurements);
  return toSample([...byRound(series, machineFreeTime(group, speedAdjustment(group))).values()]);
}

function ratioOf(first: Series, second: Series, measurements: Measurements): PairedRatio | undefined {
  const yardsticks = pairedRatio(byRound(first, yardstick), byRound(second, yardstick));
  const apart = yardsticks?.logarithm;
  const group = groupOf(first, measurements);
  // Where the variant itself slows the yardstick (by a collector in the background, say), what it tells is not the machine's speed.
  const isOfTheMachine = apart !== undefined && probabilityOf(apart, 0) > YARDSTICKS_DIFFER;
  const adjustment = isOfTheMachine ? speedAdjustment(group) : undefined;
  const time = machineFreeTime(group, adjustment);
  const varianceFactor = slopeUncertainty(
    { meanDifference: apart?.mean ?? 0, pairs: yardsticks?.pairs ?? 0 },
    adjustment,
  );
  const others = group.filter((series) => series !== first && series !== second);
  return pairedRatio(byRound(first, time), byRound(second, time), {
    varianceFactor,
    others: others.flatMap((other) => pairSpread(byRound(first, time), byRound(other, time)) ?? []),
  });
}

/** What is compared with each other: one case and kind of call, all variants. */
function groupOf(series: Series, { series: all }: Measurements): readonly Series[] {
  return all.filter(
    ({ caseIndex, baselineWorkload }) => caseIndex === series.caseIndex && baselineWorkload === series.baselineWorkload,
  );
}

/** How the processes of a group follow the speed of the machine. */
function speedAdjustment(group: readonly Series[]): SpeedAdjustment | undefined {
  const callTime = callTimeOf(group);
  return fitSpeedAdjustment(
    group.map(({ runs }) =>
      runs.flatMap(({ answer }) => {
        const [time, reading] = [callTime(answer), yardstick(answer)];
        return time === undefined || reading === undefined ? [] : [{ time, yardstick: reading }];
      }),
    ),
  );
}

function machineFreeTime(
  group: readonly Series[],
  adjustment: SpeedAdjustment | undefined,
): (answer: SampleAnswer) => number | undefined {
  const callTime = callTimeOf(group);
  return (answer) => {
    const [time, reading] = [callTime(answer), yardstick(answer)];
    return time === undefined || reading === undefined ? time : adjustedTime({ time, yardstick: reading }, adjustment);
  };
}

function yardstick({ facts }: SampleAnswer): number | undefined {
  return facts?.yardstickNs;
}

function spreadOf(times: Sample): ProcessSpread {
  const speeds = twoSpeeds(times);
  return {
    count: times.values.length,
    outliers: labelOutliers(times).flatMap((label, i) =>
      label === 'none' ? [] : [{ label, time: times.values[i] as number }],
    ),
    ...(speeds === undefined ? {} : { twoSpeeds: speeds }),
  };
}

function byRound(series: Series, summary: (answer: SampleAnswer) => number | undefined): ReadonlyMap<number, number> {
  const values = new Map<number, number>();
  for (const { round, answer } of series.runs) {
    const value = summary(answer);
    if (value !== undefined) values.set(round, value);
  }
  return values;
}

function callTimeOf(group: readonly Series[]): (answer: SampleAnswer) => number | undefined {
  return callTimeFor(group.map(({ runs }) => runs.map(({ answer }) => answer)));
}

/**
 * The mean contains what a low percentile leaves out, and that should be the function's own: time that the system gave to other programs is
 * taken off where it was. Only of synchronous code; waiting is part of what asynchronous code does.
 */
function meanCallTime({ samples, facts }: SampleAnswer): number | undefined {
  const mean = processMean(samples);
  if (mean === undefined || facts === undefined || facts.isAsync || facts.involuntarySwitches === 0) return mean;
  return mean * Math.min(1, facts.processorShare);
}

/** The empty loop is bistable too; its fast form is the true floor. Zero when no process could tell. */
function floorOf(answers: readonly SampleAnswer[]): number {
  const floors = answers.flatMap(({ floorNs }) => floorNs ?? []);
  return floors.length === 0 ? 0 : Math.min(...floors);
}

function medianOf(series: Series, pick: (answer: Series['runs'][number]['answer']) => number): number {
  return median(series.runs.map(({ answer }) => pick(answer)));
}

function failuresOf(series: readonly Series[], measurements: Measurements): CaseFailure[] {
  return series.flatMap((one) =>
    one.failure === undefined ? [] : [{ label: listingOf(one, measurements)?.label ?? '', failure: one.failure }],
  );
}

function listingOf(series: Series, measurements: Measurements): CaseListing | undefined {
  return measurements.cases.find(({ index }) => index === series.caseIndex);
}

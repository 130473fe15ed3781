// When a comparison needs no more rounds, so that the budget goes to the ones that are not clear yet. This decides only what to run; what is
// claimed is decided by judge/ from the same data, with its own thresholds.
import { pairedRatio, pairSpread, ratioInterval } from '../statistics/paired-ratio.ts';
import { callTimeFor, type ProcessSamples } from '../statistics/process-time.ts';
import type { SeriesRun } from './measurements.ts';

/** Looking after every round would find a difference by luck sooner or later: a clear one has to stand far from 1 at a much stricter level. */
const CLEAR_CONFIDENCE = 0.999;
const CLEAR_RATIO = 1.25;
/** A clear difference is measured on until its 95 % interval, from end to end, is this factor. */
const SHOWN_WITHIN = 1.5;
const FEWEST_PAIRS = 3;
/** Narrower than anybody asks for. */
const PRECISE_WITHIN = 0.01;

/** `others`: the other variants of the case. */
export function isSettled(
  baseline: readonly SeriesRun[],
  candidate: readonly SeriesRun[],
  others: readonly (readonly SeriesRun[])[] = [],
): boolean {
  const callTime = callTimeFor([baseline, candidate, ...others].map(answersOf));
  const times = timesByRound(baseline, callTime);
  const paired = pairedRatio(times, timesByRound(candidate, callTime), {
    others: others.flatMap((runs) => pairSpread(times, timesByRound(runs, callTime)) ?? []),
  });
  if (paired === undefined || paired.pairs < FEWEST_PAIRS) return false;
  const { low, high } = ratioInterval(paired.logarithm, CLEAR_CONFIDENCE);
  const isClear = low > CLEAR_RATIO || high < 1 / CLEAR_RATIO;
  if (isClear && paired.ratio.high / paired.ratio.low < SHOWN_WITHIN) return true;
  return high / low < (1 + PRECISE_WITHIN) ** 2;
}

function answersOf(runs: readonly SeriesRun[]): readonly ProcessSamples[] {
  return runs.map(({ answer }) => answer);
}

/** Round number to the time of that round's process. */
function timesByRound(
  runs: readonly SeriesRun[],
  callTime: (process: ProcessSamples) => number | undefined,
): ReadonlyMap<number, number> {
  const times = new Map<number, number>();
  for (const { round, answer } of runs) {
    const time = callTime(answer);
    if (time !== undefined) times.set(round, time);
  }
  return times;
}

// What a budget holds of the rounds that a claim needs. Where it does not hold them, fewer candidates: one of a strategy that is judged says more
// than two that are not. What a round costs is known after the first; before that it is guessed from how long a call takes.
import { callTimeFor } from '../statistics/process-time.ts';
import type { Track } from './measure-variants.ts';
import { EARLY_ROUNDS, SLOW_CALL_MS } from './schedule.ts';

/** Three are the least, but where processes differ by a tenth, as they do on busy machines, a claim takes twice as many. */
const WANTED_ROUNDS = 6;
/** Below this a candidate that is alone in its strategy is given up as well: what it would be judged to be is slower. */
const PLAINLY_SLOWER = 0.8;
/** Rounds differ, and one of them looks at memory as well. */
const MARGIN = 1.25;

/** Candidates that may join a run. */
export const MOST_JOINING = 2;

export interface GainSoFar {
  readonly variantId: string;
  /** How many times as fast as the baseline. */
  readonly gain: number;
  /** That it ran in. */
  readonly rounds: number;
}

type CostOf = (track: Track) => number;

/**
 * Gives up candidates of the headline case, in all cases, until the rounds fit or each strategy has one left that is not plainly slower. Before
 * the first round only what is plainly too much is given up: the guess may be wrong, and nothing is known of what anything gains. Where not even
 * the fewest rounds of these fit, strategies are given up too: one that is judged says more than several of which nothing can be said. How long a
 * process of a slow function takes is known before the first round.
 */
export function shedForClaims(tracks: readonly Track[], roundsDone: number, leftMs: number, costOf: CostOf): void {
  const rounds = roundsDone === 0 ? EARLY_ROUNDS : WANTED_ROUNDS - roundsDone;
  for (;;) {
    const round = tracks.filter(({ cell, active }) => active && cell.isHeadline);
    const roundMs = sum(round, costOf);
    const isGuess = roundsDone === 0 && round.every(({ cell }) => cell.casePlan.callMs < SLOW_CALL_MS);
    const fitsPlainly = isGuess || (EARLY_ROUNDS - roundsDone) * roundMs <= leftMs;
    const shed =
      rounds * MARGIN * roundMs <= leftMs
        ? undefined
        : (leastPromising(round, costOf) ?? (fitsPlainly ? undefined : leastPromisingStrategy(round, costOf)));
    if (shed === undefined) return;
    for (const track of tracks) if (track.cell.bundle.id === shed.cell.bundle.id) track.active = false;
    const { group, baselineWorkload } = shed.cell;
    const isLast = !round.some(({ cell, active }) => active && cell.group === group && cell.role === 'candidate');
    // A baseline under a workload of its own is measured for its candidates only.
    if (isLast && baselineWorkload !== 'single') {
      for (const track of tracks)
        if (track.cell.role !== 'candidate' && track.cell.workload === baselineWorkload) track.active = false;
    }
  }
}

/** Whether candidates that join can have the rounds that a claim needs, beside those that are measured already. */
export function holdsMore(tracks: readonly Track[], leftMs: number, costOf: CostOf): boolean {
  const round = tracks.filter(({ cell, active }) => active && cell.isHeadline);
  const dearest = Math.max(0, ...round.filter(({ cell }) => cell.role === 'candidate').map(costOf));
  return EARLY_ROUNDS * MARGIN * (sum(round, costOf) + MOST_JOINING * dearest) <= leftMs;
}

function sum(tracks: readonly Track[], costOf: CostOf): number {
  return tracks.reduce((total, track) => total + costOf(track), 0);
}

/** Of strategies with several candidates, and of those that are plainly slower, the one that seems to gain least for its time. */
function leastPromising(round: readonly Track[], costOf: CostOf): Track | undefined {
  const candidates = round.filter(({ cell }) => cell.role === 'candidate');
  const strategyOf = ({ cell }: Track): string => cell.bundle.id.split('/')[0] ?? '';
  if (candidates.length < 2) return undefined;
  const isSpare = (one: Track): boolean =>
    candidates.some((other) => other !== one && strategyOf(other) === strategyOf(one)) ||
    gainSoFar(one, round) < PLAINLY_SLOWER;
  const worth = (one: Track): number => gainSoFar(one, round) / timeFor(one, round, costOf);
  // Strategies name their most promising candidate first, so of equals the last one goes.
  return candidates
    .filter(isSpare)
    .reverse()
    .sort((a, b) => worth(a) - worth(b))[0];
}

/** One that is the last of its strategy. What a first look at it showed counts where nothing was measured yet. */
function leastPromisingStrategy(round: readonly Track[], costOf: CostOf): Track | undefined {
  const candidates = round.filter(({ cell }) => cell.role === 'candidate');
  if (candidates.length < 2) return undefined;
  const gainOf = (one: Track): number => (one.runs.length === 0 ? (one.cell.pace ?? 1) : gainSoFar(one, round));
  const worth = (one: Track): number => gainOf(one) / timeFor(one, round, costOf);
  return candidates.reverse().sort((a, b) => worth(a) - worth(b))[0];
}

/** Its own, and that of the baseline which is measured for its kind of workload only. */
function timeFor(candidate: Track, round: readonly Track[], costOf: CostOf): number {
  const { group, baselineWorkload } = candidate.cell;
  const baselines = round.filter(({ cell }) => cell.role === 'baseline' && cell.group === group);
  return sum([candidate, ...(baselineWorkload === 'single' ? [] : baselines)], costOf);
}

/** What candidates gain on the headline case by the rounds so far, of those that ran. */
export function gainsSoFar(tracks: readonly Track[]): readonly GainSoFar[] {
  const headline = tracks.filter(({ cell }) => cell.isHeadline);
  return headline.flatMap((track) => {
    const { cell, runs } = track;
    const gain = cell.role === 'candidate' && runs.length > 0 ? gainSoFar(track, headline) : 0;
    return gain === 0 ? [] : [{ variantId: cell.bundle.id, gain, rounds: runs.length }];
  });
}

/** By the rounds so far, unpaired: this decides what to run, not what to claim. 1 before anything ran, 0 for what gave no figure. */
export function gainSoFar(candidate: Track, round: readonly Track[]): number {
  const baseline = round.find(({ cell }) => cell.role === 'baseline' && cell.group === candidate.cell.group);
  if (round.every(({ runs }) => runs.length === 0)) return 1;
  const answers = (track: Track | undefined) => (track?.runs ?? []).map(({ answer }) => answer);
  const callTime = callTimeFor([answers(baseline), answers(candidate)]);
  const fastest = (track: Track | undefined): number =>
    Math.min(...answers(track).flatMap((answer) => callTime(answer) ?? []));
  const gain = fastest(baseline) / fastest(candidate);
  return Number.isFinite(gain) ? gain : 0;
}

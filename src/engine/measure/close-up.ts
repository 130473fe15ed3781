// A size that the inputs do not name, measured to see from which size on a candidate pays: where times of sizes far apart let it be expected. The original
// and the candidate alone, in rounds of their own, once the sizes that the inputs do name have the rounds of a figure.
import type { Track } from './measure-variants.ts';
import type { CandidatePlan, CasePlan, MeasurePlan } from './measurements.ts';
import { type Cell, cellsOf, EARLY_ROUNDS, FEWEST_ROUNDS } from './schedule.ts';

export interface CloseUp {
  readonly casePlan: CasePlan;
  readonly candidates: readonly CandidatePlan[];
}

type CostOf = (track: Track) => number;

/** The second is for where the first shows the place to be another. */
export const MOST_CLOSE_UPS = 2;
/** Rounds of one before anything else goes on. */
const ROUNDS = FEWEST_ROUNDS;
/** Rounds differ, and one of them looks at memory as well. */
const MARGIN = 1.25;

/** Whether all sizes have figures, and the budget holds the rounds of a close-up beside one more of those that a claim rests on. */
export function isTimeForCloseUp(tracks: readonly Track[], leftMs: number, costOf: CostOf): boolean {
  const sized = tracks.filter(
    ({ cell, failure }) => cell.role === 'baseline' && cell.workload === 'single' && failure === undefined,
  );
  if (pending(tracks).length > 0 || sized.some(({ runs }) => runs.length < EARLY_ROUNDS)) return false;
  const headlineMs = sum(
    tracks.filter(({ cell, active }) => active && cell.isHeadline),
    costOf,
  );
  const dearestMs = Math.max(0, ...sized.map(costOf));
  return ROUNDS * MARGIN * 2 * dearestMs + headlineMs <= leftMs;
}

export function cellsOfCloseUp({ casePlan, candidates }: CloseUp, plan: MeasurePlan): readonly Cell[] {
  const cells = cellsOf({ ...plan, candidates }, [casePlan]);
  // Verdicts speak of the largest size that the inputs name, and that is where the code is held against itself.
  return cells.filter(({ role }) => role !== 'twin').map((cell) => ({ ...cell, isHeadline: false }));
}

/** The original and the candidates at an added size, while they have too few rounds; empty when there is none, or no time for it. */
export function closeUpRound(tracks: readonly Track[], leftMs: number, costOf: CostOf): readonly Track[] {
  const round = pending(tracks);
  return sum(round, costOf) <= leftMs ? round : [];
}

/** Where the original fails, other sizes may make no sense to the inputs: nothing of such a case is told. */
export function withoutSenseless(tracks: readonly Track[]): readonly Track[] {
  const senseless = new Set(
    tracks
      .filter(({ cell, failure }) => isAdded(cell) && cell.role === 'baseline' && failure !== undefined)
      .map(caseOf),
  );
  return tracks.filter((track) => !senseless.has(caseOf(track)));
}

/** None when its candidates need no more rounds. */
function pending(tracks: readonly Track[]): readonly Track[] {
  const round = tracks.filter(({ active, cell, runs }) => active && isAdded(cell) && runs.length < ROUNDS);
  const compared = new Set(round.filter(({ cell }) => cell.role === 'candidate').map(caseOf));
  return round.filter((track) => compared.has(caseOf(track)));
}

function isAdded({ casePlan }: Cell): boolean {
  return casePlan.listing.isAdded === true;
}

function caseOf({ cell }: Track): CasePlan {
  return cell.casePlan;
}

function sum(tracks: readonly Track[], costOf: CostOf): number {
  return tracks.reduce((total, track) => total + costOf(track), 0);
}

// Measures all variants on all cases in shuffled rounds, each variant, case and round in a process of its own, until the budget is used or
// everything is clear. Owns what runs when; a process is run by the VariantRunner, what the numbers mean is judge/.
import type { RandomSource } from '../../model/variant.ts';
import type { RunFailure, SampleTask } from '../process/protocol.ts';
import type { VariantRunner } from '../process/variant-runner.ts';
import { median } from '../statistics/quantile.ts';
import { shuffled } from '../statistics/random.ts';
import { chooseRound, firstToJudge, groupsOf, roundForTheRest } from './choose-round.ts';
import { type GainSoFar, gainsSoFar, holdsMore, shedForClaims } from './claim-budget.ts';
import {
  type CloseUp,
  cellsOfCloseUp,
  closeUpRound,
  isTimeForCloseUp,
  MOST_CLOSE_UPS,
  withoutSenseless,
} from './close-up.ts';
import type { CandidatePlan, CasePlan, Measurements, MeasurePlan, Series, SeriesRun } from './measurements.ts';
import {
  type Cell,
  casesThatFit,
  cellsInARound,
  cellsOf,
  deadlineMs,
  EARLY_ROUNDS,
  EXPECTED_OVERHEAD_MS,
  expectedMs,
  FEWEST_ROUNDS,
  sampleTask,
  timedMs,
} from './schedule.ts';
import { isSettled } from './settled.ts';

export interface MeasureProgress {
  /** Counts from 1. */
  readonly round: number;
  /** How many rounds there will be at this pace. */
  readonly rounds: number;
  /** Processes of this round that have ended, and all of this round. */
  readonly finished: number;
  readonly processes: number;
  readonly elapsedMs: number;
  readonly remainingMs: number;
  /** Everything measured so far. */
  readonly soFar: () => Measurements;
  /** To look at, before there is anything to judge. */
  readonly gains: () => readonly GainSoFar[];
}

export interface MeasureRun {
  readonly signal: AbortSignal;
  /** Draws the order in each round. */
  readonly random: RandomSource;
  readonly onProgress: (progress: MeasureProgress) => void;
  /** Asked once, after the rounds that a claim needs: candidates that are worth measuring now that so much is known. */
  readonly joining?: (soFar: Measurements) => Promise<readonly CandidatePlan[]>;
  /** Asked between rounds, once all sizes have figures and where there is time: a size between them to be measured as well. */
  readonly closingIn?: (soFar: Measurements) => CloseUp | undefined;
  /** Asked once, when the budget holds no more rounds: what of it is left for more, now that what comes after was done in part. */
  readonly goingOn?: (soFar: Measurements) => Promise<Continuation>;
  /** Milliseconds, never going back. */
  readonly clock: () => number;
}

export interface Continuation {
  readonly leftMs: number;
  /** Variants that need no more rounds. */
  readonly fallen: ReadonlySet<string>;
}

/** Most rounds that are worth their time. */
const MOST_ROUNDS = 200;
/** No process begins when the budget is overdrawn by more than this: one may have taken longer than expected. */
const OVERDRAFT = 1.05;
/** A round that a claim needs is begun when it is expected to end within this share of the budget after it. */
const EARLY_OVERDRAFT = 0.1;
/** Beyond that it is the function that is slower than it was observed to be, not the machine. */
const MOST_SLOWNESS = 3;
/** Processes that wait loaded for their turn: each holds some 50 MB. */
const PREPARED_AT_ONCE = 8;

export interface Track {
  readonly cell: Cell;
  readonly runs: SeriesRun[];
  failure: RunFailure | undefined;
  crashes: number;
  active: boolean;
  /** Wall time of its last process, its share of the preparing included, and what was expected. */
  lastMs: number | undefined;
  lastExpectedMs: number | undefined;
}

/** Rejects only with the signal's reason. */
export async function measureVariants(
  plan: MeasurePlan,
  runner: VariantRunner,
  run: MeasureRun,
): Promise<Measurements> {
  const start = run.clock();
  const elapsed = (): number => run.clock() - start;
  const { cases: named, notes } = casesThatFit(plan);
  const cases = [...named];
  const cells = cellsOf(plan, cases);
  const timedIn = (round: number): number => timedMs(cellsInARound(cells), plan.budgetMs, round);
  const tracks = cells.map(trackOf);
  /** Names the processes that are held against each other. */
  let round = 0;
  /** Rounds that all took part in. */
  let wholeRounds = 0;
  /** Asked between rounds: those who are compared are measured in the same ones. */
  let canClaim = false;
  let headlineAloneUntil = EARLY_ROUNDS;
  const costOf = (track: Track): number =>
    track.lastMs ?? expectedMs(track.cell, timedIn(wholeRounds + 1), EXPECTED_OVERHEAD_MS);
  let closeUps = 0;
  let untilMs: number | undefined;
  const budgetMs = (): number => {
    if (untilMs !== undefined) return untilMs;
    return canClaim
      ? plan.budgetMs - (plan.laterMs ?? 0) * (slownessOf(tracks) - 1)
      : plan.budgetMs + (plan.forgoneMs ?? 0);
  };
  const soFar = (): Measurements => ({
    cases: cases.map(({ listing }) => listing),
    series: withoutSenseless(inOrderOf(cases, tracks)).map(seriesOf),
    rounds: round,
    elapsedMs: elapsed(),
    budgetMs: plan.budgetMs,
    notes,
  });

  shedForClaims(tracks, wholeRounds, plan.budgetMs, costOf);
  for (;;) {
    retire(tracks);
    const leftMs = budgetMs() - elapsed();
    const mayCloseIn = closeUps < MOST_CLOSE_UPS && isTimeForCloseUp(tracks, leftMs, costOf);
    const closeUp = mayCloseIn ? run.closingIn?.(soFar()) : undefined;
    if (closeUp !== undefined) {
      closeUps++;
      insertBySize(closeUp.casePlan, cases);
      tracks.push(...cellsOfCloseUp(closeUp, plan).map(trackOf));
    }
    const first = firstToJudge(tracks, leftMs, costOf);
    const rounds = { done: wholeRounds, headlineAloneUntil, overdraftMs: plan.budgetMs * EARLY_OVERDRAFT };
    const closer = first.length > 0 ? [] : closeUpRound(tracks, leftMs, costOf);
    const ahead = [...first, ...closer];
    const whole = ahead.length > 0 ? [] : chooseRound(tracks, rounds, leftMs, costOf);
    const isWhole = whole.length > 0;
    const chosen = ahead.length > 0 ? ahead : isWhole ? whole : roundForTheRest(tracks, leftMs, costOf);
    if (chosen.length === 0 || round >= MOST_ROUNDS || leftMs <= 0) {
      if (untilMs !== undefined || run.goingOn === undefined || !tracks.some(({ active }) => active)) break;
      const { leftMs: moreMs, fallen } = await run.goingOn(soFar());
      for (const track of tracks) if (fallen.has(track.cell.bundle.id)) track.active = false;
      untilMs = elapsed() + moreMs;
      continue;
    }
    round++;
    if (isWhole) wholeRounds++;
    const timed = timedIn(isWhole || closer.length > 0 ? wholeRounds : 1);
    let finished = 0;
    for (const turns of inChunks(shuffled(chosen, run.random), PREPARED_AT_ONCE)) {
      const before = elapsed();
      const prepared = turns.map((track) => ({ track, task: sampleTask(track.cell, plan, timed, track.runs.length) }));
      await runner.prepare(
        prepared.map(({ task }) => task),
        run.signal,
      );
      const preparingMs = (elapsed() - before) / turns.length;
      for (const { track, task } of prepared) {
        if (elapsed() > budgetMs() * OVERDRAFT) break;
        track.lastExpectedMs = expectedMs(track.cell, timed, EXPECTED_OVERHEAD_MS);
        if (track.active) await runTask(track, task, round, preparingMs, deadlineMs(track.cell, timed), runner, run);
        finished++;
        const left = Math.max(0, budgetMs() - elapsed());
        const roundMs = chosen.reduce((sum, one) => sum + costOf(one), 0);
        const leftAfterRound = Math.max(0, left - roundMs * (1 - finished / chosen.length));
        run.onProgress({
          round,
          rounds: Math.min(MOST_ROUNDS, round + Math.floor(leftAfterRound / roundMs)),
          finished,
          processes: chosen.length,
          elapsedMs: elapsed(),
          remainingMs: left,
          soFar,
          gains: () => gainsSoFar(tracks),
        });
      }
    }
    canClaim ||= hasClaim(tracks);
    const left = budgetMs() - elapsed();
    if (!isWhole) continue;
    if (wholeRounds < EARLY_ROUNDS) shedForClaims(tracks, wholeRounds, left, costOf);
    if (wholeRounds === EARLY_ROUNDS && run.joining !== undefined && holdsMore(tracks, left, costOf)) {
      const joined = cellsOf({ ...plan, candidates: await run.joining(soFar()) }, cases).filter(isCandidate);
      cells.push(...joined);
      tracks.push(...joined.map(trackOf));
      wake(tracks, joined);
      if (joined.length > 0) headlineAloneUntil += EARLY_ROUNDS;
    }
  }
  const measured = soFar();
  return round < FEWEST_ROUNDS ? { ...measured, notes: [...notes, fewRounds(round)] } : measured;
}

/** Before the first that is larger. */
function insertBySize(added: CasePlan, cases: CasePlan[]): void {
  const size = added.listing.size ?? 0;
  const larger = cases.findIndex(({ listing }) => (listing.size ?? 0) > size);
  cases.splice(larger < 0 ? cases.length : larger, 0, added);
}

/** Those who joined later stay behind the others of their case. */
function inOrderOf(cases: readonly CasePlan[], tracks: readonly Track[]): readonly Track[] {
  const places = new Map(cases.map(({ listing }, place) => [listing.index, place]));
  const placeOf = ({ cell }: Track): number => places.get(cell.casePlan.listing.index) ?? cases.length;
  return [...tracks].sort((a, b) => placeOf(a) - placeOf(b));
}

function trackOf(cell: Cell): Track {
  return { cell, runs: [], failure: undefined, crashes: 0, active: true, lastMs: undefined, lastExpectedMs: undefined };
}

/** Some candidate had the rounds that a claim needs. */
function hasClaim(tracks: readonly Track[]): boolean {
  return tracks.some(({ cell, runs }) => cell.isHeadline && isCandidate(cell) && runs.length >= EARLY_ROUNDS);
}

/** How many times as long as expected processes take here: 1 where nothing is known, and for those that are quicker. */
function slownessOf(tracks: readonly Track[]): number {
  const factors = tracks.flatMap(({ lastMs, lastExpectedMs }) =>
    lastMs === undefined || lastExpectedMs === undefined ? [] : [lastMs / lastExpectedMs],
  );
  return factors.length === 0 ? 1 : Math.min(MOST_SLOWNESS, Math.max(1, median(factors)));
}

function isCandidate({ role }: Cell): boolean {
  return role === 'candidate';
}

/** Those who join are compared with baselines that may have had enough rounds for everyone before. */
function wake(tracks: readonly Track[], joined: readonly Cell[]): void {
  const groups = new Set(joined.map(({ group }) => group));
  for (const track of tracks) {
    if (!isCandidate(track.cell) && groups.has(track.cell.group)) track.active = track.failure === undefined;
  }
}

async function runTask(
  track: Track,
  task: SampleTask,
  round: number,
  preparingMs: number,
  deadline: number,
  runner: VariantRunner,
  run: MeasureRun,
): Promise<void> {
  const before = run.clock();
  const outcome = await runner.run(task, { deadlineMs: deadline, signal: run.signal });
  track.lastMs = run.clock() - before + preparingMs;
  if (outcome.ok) {
    track.runs.push({ round, answer: outcome.answer });
    return;
  }
  // What code does it does again; only a crash can be bad luck, once.
  track.crashes++;
  if (outcome.failure.kind === 'crashed' && track.crashes < 2) return;
  track.failure = outcome.failure;
  track.active = false;
}

/** Ends the series that need no more rounds: the clear ones, those without a baseline, and baselines that nobody is compared with any more. */
function retire(tracks: readonly Track[]): void {
  for (const group of groupsOf(tracks)) {
    const baseline = group.find(({ cell }) => cell.role === 'baseline');
    if (baseline === undefined) continue;
    const candidates = group.filter(({ cell }) => cell.role === 'candidate');
    for (const candidate of candidates) {
      const others = group.filter((track) => track !== baseline && track !== candidate).map(({ runs }) => runs);
      if (baseline.failure !== undefined || isSettled(baseline.runs, candidate.runs, others)) candidate.active = false;
    }
    // The times of single calls are wanted for themselves.
    const isForItself = baseline.cell.workload === 'single' && baseline.runs.length < FEWEST_ROUNDS;
    const wanted = candidates.some(({ active }) => active) || isForItself;
    for (const track of group) {
      if (track.cell.role !== 'candidate') track.active = track.active && wanted && baseline.failure === undefined;
    }
  }
}

function inChunks<T>(items: readonly T[], length: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / length) }, (_, i) => items.slice(i * length, (i + 1) * length));
}

function seriesOf({ cell, runs, failure }: Track): Series {
  return {
    variantId: cell.bundle.id,
    role: cell.role,
    caseIndex: cell.casePlan.listing.index,
    workload: cell.workload,
    baselineWorkload: cell.baselineWorkload,
    runs: [...runs],
    ...(cell.batchCalls === undefined ? {} : { batchCalls: cell.batchCalls }),
    ...(failure === undefined ? {} : { failure }),
  };
}

function fewRounds(rounds: number) {
  return {
    code: 'few-rounds',
    message: `Only ${rounds} ${rounds === 1 ? 'round' : 'rounds'} fitted in the budget, so intervals are wide.`,
    unlock: 'Give the run a larger budget or smaller sizes.',
  };
}

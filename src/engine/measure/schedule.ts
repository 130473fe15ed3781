// What runs in a round and how long each process may take: plain arithmetic over the plan.
import type { Reason } from '../../model/reason.ts';
import type { VariantBundle, Workload } from '../../model/variant.ts';
import type { SampleTask } from '../process/protocol.ts';
import type { CasePlan, MeasurePlan, Series } from './measurements.ts';

/** One process of each round: a variant on a case under a workload. */
export interface Cell {
  readonly bundle: VariantBundle;
  readonly role: Series['role'];
  readonly casePlan: CasePlan;
  readonly workload: Workload;
  readonly batchCalls?: number;
  readonly baselineWorkload: Workload;
  /** Of a candidate, both: see CandidatePlan. */
  readonly pace?: number;
  readonly asksOfCallers?: true;
  /** Cells of one group are compared with each other, so they run in the same rounds. */
  readonly group: string;
  /** Of the case that verdicts speak of. */
  readonly isHeadline: boolean;
}

/**
 * Rounds that a budget is laid out for. Processes differ more than the samples of one, so many short processes say more than few long ones; only what
 * is left with so many makes them longer.
 */
const AIMED_ROUNDS = 25;
/** Below this many processes per variant an interval says little; fewer only where calls are very slow, and then it is said. */
export const FEWEST_ROUNDS = 5;
/** A case whose three rounds do not fit in the budget is left out. */
const ROUNDS_THAT_MUST_FIT = 3;
/** Quicker calls are never a reason to leave a case out, and how long their processes take is not known before one ran. */
export const SLOW_CALL_MS = 100;
/** Warm-up goes on until code is steady, so this is enough to see how fast it is; more makes one process only little more certain. */
const SHORTEST_TIMED_MS = 60;
/** As many as a claim needs. */
export const EARLY_ROUNDS = 3;
const LONGEST_TIMED_MS = 400;
/** Warm-up takes this share at least, and longer while the code is not steady. */
const WARM_UP_SHARE = 0.4;
/** Start and end of a process before one was measured. */
export const EXPECTED_OVERHEAD_MS = 120;

/** Of so many processes of a variant one looks at memory, arguments and results as well: that takes its time, and all of them run the same code. */
const WATCH_EVERY = 3;

const BATCH_MS = 30;
const FEWEST_BATCH_CALLS = 8;
/** Slower calls are handed over in the smallest batch that keeps two workers busy evenly. */
const SLOW_BATCH_CALL_MS = 50;

/** Calls handed over at once: about 30 ms of work, so that handing over is not most of it, within bounds. */
function batchCallsFor(callMs: number): number {
  const fewest = callMs > SLOW_BATCH_CALL_MS ? FEWEST_BATCH_CALLS / 2 : FEWEST_BATCH_CALLS;
  return Math.min(256, Math.max(fewest, Math.ceil(BATCH_MS / Math.max(callMs, 1e-6))));
}

export function cellsOf(plan: MeasurePlan, cases: readonly CasePlan[]): Cell[] {
  const cells: Cell[] = [];
  const headline = headlineCase(cases);
  for (const casePlan of cases) {
    const { index } = casePlan.listing;
    const cell = (bundle: VariantBundle, role: Cell['role'], workload: Workload): Cell => ({
      bundle,
      role,
      casePlan,
      workload,
      baselineWorkload: baselineWorkload(workload, casePlan),
      ...(workload === 'batch' ? { batchCalls: batchCallsFor(casePlan.callMs) } : {}),
      group: `${index} ${baselineWorkload(workload, casePlan)}`,
      isHeadline: casePlan === headline,
    });
    const workloads = new Set<Workload>(['single']);
    for (const { workload } of plan.candidates) workloads.add(baselineWorkload(workload, casePlan));
    for (const workload of workloads) cells.push(cell(plan.baseline, 'baseline', workload));
    // Claims are made at the headline case only, so that is where the code is held against itself.
    if (casePlan === headline) cells.push(cell(plan.twin, 'twin', 'single'));
    for (const { bundle, workload, ...more } of plan.candidates)
      cells.push({ ...cell(bundle, 'candidate', workload), ...more });
  }
  return cells;
}

/** Most processes of a round: the headline case and one of the others, see `chooseRound`. */
export function cellsInARound(cells: readonly Cell[]): number {
  const others = new Map<CasePlan, number>();
  for (const { isHeadline, casePlan } of cells) if (!isHeadline) others.set(casePlan, (others.get(casePlan) ?? 0) + 1);
  return cells.filter(({ isHeadline }) => isHeadline).length + Math.max(0, ...others.values());
}

/** The largest size; without sizes the slowest case, where the time goes. */
function headlineCase(cases: readonly CasePlan[]): CasePlan | undefined {
  const weight = ({ listing }: CasePlan): number => listing.size ?? Number.NEGATIVE_INFINITY;
  return cases.reduce<CasePlan | undefined>((best, one) => {
    if (best === undefined || weight(one) > weight(best)) return one;
    return weight(one) === weight(best) && one.callMs > best.callMs ? one : best;
  }, undefined);
}

/** Without a declared sequence a single call of the baseline is what a sequence would be. */
function baselineWorkload(workload: Workload, { listing }: CasePlan): Workload {
  return workload === 'sequence' && listing.sequenceLength === undefined ? 'single' : workload;
}

/** Leaves out the slowest cases when the budget is too small for them; at least one stays. */
export function casesThatFit(plan: MeasurePlan): {
  readonly cases: readonly CasePlan[];
  readonly notes: readonly Reason[];
} {
  let cases = [...plan.cases];
  const notes: Reason[] = [];
  const roundMs = (): number => {
    const cells = cellsOf(plan, cases);
    return cells.reduce((sum, cell) => sum + expectedMs(cell, SHORTEST_TIMED_MS, EXPECTED_OVERHEAD_MS), 0);
  };
  while (cases.length > 1 && ROUNDS_THAT_MUST_FIT * roundMs() > plan.budgetMs) {
    const slowest = cases.reduce((a, b) => (b.callMs > a.callMs ? b : a));
    // Many quick cases are too much as well; then taking one out for its slowness would be a wrong reason, so quick ones all stay.
    if (slowest.callMs < SLOW_CALL_MS) break;
    cases = cases.filter((casePlan) => casePlan !== slowest);
    notes.push({
      code: 'left-out',
      message: `${slowest.listing.label} was left out: one call takes ${(slowest.callMs / 1000).toPrecision(2)} s, too slow for a budget of ${Number((plan.budgetMs / 1000).toPrecision(3))} s.`,
      unlock: 'Give the run a larger budget.',
    });
  }
  return { cases, notes };
}

/** How long one process warms up and samples, so that the aimed rounds fit; the first rounds are short, for a verdict to be there early. */
export function timedMs(cellCount: number, budgetMs: number, round: number): number {
  if (round <= EARLY_ROUNDS) return SHORTEST_TIMED_MS;
  const share = budgetMs / (AIMED_ROUNDS * Math.max(1, cellCount)) - EXPECTED_OVERHEAD_MS;
  return Math.min(LONGEST_TIMED_MS, Math.max(SHORTEST_TIMED_MS, share));
}

/** Wall time that a process is expected to take. A rewrite that looked faster is expected to be so. */
export function expectedMs(cell: Cell, timed: number, overheadMs: number): number {
  return overheadMs + workMs(cell, timed, Math.max(1, cell.pace ?? 1));
}

/** Generous: a candidate may be much slower than the baseline and is then a result, not a failure. */
export function deadlineMs(cell: Cell, timed: number): number {
  return 10_000 + 20 * workMs(cell, timed, 1);
}

/** A slow call is made three times (first, warm-up, sample), whatever the budget. */
function workMs(cell: Cell, timed: number, gain: number): number {
  return cell.casePlan.callMs / gain + Math.max(timed, (2 * unitMs(cell)) / gain);
}

export function sampleTask(cell: Cell, plan: MeasurePlan, timed: number, runsBefore: number): SampleTask {
  const sampleMs = timed * (1 - WARM_UP_SHARE);
  const isQuick = unitMs(cell) < sampleMs;
  const { index, size, isAdded } = cell.casePlan.listing;
  const isWatched = runsBefore % WATCH_EVERY === 1;
  return {
    kind: 'sample',
    variant: cell.bundle,
    seed: plan.seed,
    caseIndex: index,
    ...(isAdded === true && size !== undefined ? { addedSize: size } : {}),
    workload: cell.workload,
    renewArguments: cell.casePlan.renewArguments,
    warmupMs: timed * WARM_UP_SHARE,
    sampleMs,
    // What a slow call allocates is asked once: it costs another call.
    watchMemory: isQuick ? isWatched : runsBefore === 1,
    watchInputs: isWatched || !isQuick,
    ...(cell.batchCalls === undefined ? {} : { batchCalls: cell.batchCalls, oneByOne: cell.role !== 'candidate' }),
  };
}

/** The least that is done between two readings of the clock. */
function unitMs(cell: Cell): number {
  const { callMs, listing } = cell.casePlan;
  if (cell.workload === 'batch') return callMs * (cell.batchCalls ?? 1);
  return cell.workload === 'sequence' ? callMs * (listing.sequenceLength ?? 1) : callMs;
}

// Where the sizes measured so far let a rewrite be expected to begin to pay, one more size between them: the place is then measured, not read off a curve
// between two sizes that may be a hundred times apart.
import type { StrategyResult } from '../model/report.ts';
import { sizeBetween } from './judge/size-between.ts';
import type { CloseUp } from './measure/close-up.ts';
import type { CasePlan } from './measure/measurements.ts';
import { needsRenewal } from './needs-renewal.ts';
import type { ObservedCase } from './observe-cases.ts';
import type { RunStage, VerifiedCandidate } from './run-stage.ts';

export interface ChosenCloseUp extends Omit<CloseUp, 'candidates'> {
  readonly entry: VerifiedCandidate;
}

/** Of the rows so far, the one that gains most first. `added` are the sizes of earlier close-ups. Undefined where there is nothing to look at closer. */
export function chooseCloseUp(
  verified: readonly VerifiedCandidate[],
  added: readonly CasePlan[],
  stage: RunStage,
): ChosenCloseUp | undefined {
  const { cases } = stage.observation;
  const named = cases.flatMap(({ listing }) => listing.size ?? []);
  if (named.length < cases.length || cases.some(({ listing }) => listing.sequenceLength !== undefined))
    return undefined;
  const measured = [...named, ...added.flatMap(({ listing }) => listing.size ?? [])];
  const rows = verified
    .flatMap((entry) => {
      const row = stage.draft.resultOf(entry.candidate.strategy);
      return row?.variant === entry.candidate.variant ? [{ entry, row }] : [];
    })
    .sort((a, b) => gainOf(b.row) - gainOf(a.row));
  for (const { entry, row } of rows) {
    const { measured: pays, crossing } = row.payingSizes ?? {};
    if (pays !== 'from' || crossing === undefined || entry.candidate.workload !== 'single') continue;
    const size = sizeBetween(crossing, named, measured);
    if (size !== undefined) return { entry, casePlan: casePlanAt(size, added.length, stage) };
  }
  return undefined;
}

function gainOf({ measured }: StrategyResult): number {
  return Math.max(0, ...(measured?.speedup ?? []).map(({ ratio }) => ratio.value));
}

function casePlanAt(size: number, earlier: number, { original, observation, effects }: RunStage): CasePlan {
  const { cases } = observation;
  return {
    listing: { index: original.listings.length + earlier, label: `n = ${size}`, size, isAdded: true },
    callMs: callMsAt(size, cases),
    renewArguments: cases.some(({ observed }) => needsRenewal(observed, effects)),
  };
}

/** As a straight line between the two sizes around it would have it. */
function callMsAt(size: number, cases: readonly ObservedCase[]): number {
  const sorted = [...cases].sort((a, b) => (a.listing.size ?? 0) - (b.listing.size ?? 0));
  const above = sorted.find(({ listing }) => (listing.size ?? 0) > size);
  const below = sorted.findLast(({ listing }) => (listing.size ?? 0) <= size);
  const [from, to] = [below?.listing.size ?? 0, above?.listing.size ?? size];
  const [fromMs, toMs] = [below?.observed.laterCallMs ?? 0, above?.observed.laterCallMs ?? 0];
  return to > from ? fromMs + ((toMs - fromMs) * (size - from)) / (to - from) : fromMs;
}

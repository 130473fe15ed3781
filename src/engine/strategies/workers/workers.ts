// The workers strategy: many calls of a pure function, one pure `map` over an array, or the iterations of a loop, spread over a pool of worker threads (Piscina).
// Threads share nothing, so what goes over must survive copying, and whoever calls must wait for a promise: a new function beside the
// original, which stays as it is. Loops and maps over numbers may stay synchronous instead and block until threads of their own are done (waiting-loop.ts, waiting-map.ts).
// Whether it pays is left to measuring, except where the copy alone takes longer than the work.
import type { Reason } from '../../../model/reason.ts';
import { analyzeEffects } from '../../source/effects.ts';
import { localTimeUse } from '../../source/local-time.ts';
import { positionAt } from '../../source/parse-source.ts';
import { reasonFor } from '../../source/reason-at.ts';
import { type Candidate, declined, type Proposal, type Strategy, type StrategyContext } from '../strategy.ts';
import { withObservedTypes } from '../with-observed-types.ts';
import { proposeArrayMap } from './array-map.ts';
import { type OtherForm, writtenAsMaps } from './as-maps.ts';
import { proposeCallBatch } from './call-batch.ts';
import { proposeChanging } from './loop-changed.ts';
import { proposeLoopSearch } from './loop-search.ts';
import { proposeLoopSplit } from './loop-split.ts';
import { type MovedMethod, methodAsFunction } from './method-as-function.ts';
import { withHelpersMoved } from './moved-helpers.ts';
import type { ShapeProposal } from './shape-proposal.ts';
import { subjectReasons } from './subject-reasons.ts';

export const workers: Strategy = withObservedTypes(
  {
    id: 'workers',
    title: 'Workers',
    folklore: '2-8x, by the number of cores',
    whenNotToUse:
      'Short calls (below about a millisecond of work per hand-over), large or deeply nested arguments, and callers that can neither wait for a promise nor block.',
    propose: proposeWorkers,
  },
  { copies: true },
);

function proposeWorkers(context: StrategyContext): Proposal {
  const moved = methodAsFunction(context.subject);
  const proposal = moved === undefined ? proposeInAnyForm(context) : proposeMoved(moved, context);
  const local = localTimeUse(context.subject.node, context.subject.checker);
  if (proposal.kind === 'declined' || local === undefined) return proposal;
  const message = 'Threads keep the time zone that they started with when the program sets `process.env.TZ` later on.';
  const caveat = reasonFor(local, 'W11', message, 'End the threads where the zone is set, or compute in UTC.');
  const [first, ...others] = proposal.candidates;
  return {
    kind: 'candidates',
    candidates: [withCaveat(first, caveat), ...others.map((one) => withCaveat(one, caveat))],
  };
}

function withCaveat(candidate: Candidate, caveat: Reason): Candidate {
  return { ...candidate, caveats: [...candidate.caveats, caveat] };
}

/** Where only whole calls could be spread as the function is written, another way of writing it may show more. */
function proposeInAnyForm(context: StrategyContext): Proposal {
  const written = proposeAsMaps(context);
  const other = candidatesOf(written).every(isOfCalls) ? withHelpersMoved(context.subject) : undefined;
  return withOtherForm(written, other, proposeAsMaps, context);
}

function proposeAsMaps(context: StrategyContext): Proposal {
  const written = proposeAsWritten(context);
  const other = candidatesOf(written).every(isOfCalls) ? writtenAsMaps(context.subject) : undefined;
  return withOtherForm(written, other, proposeAsWritten, context);
}

function withOtherForm(
  written: Proposal,
  other: OtherForm | undefined,
  propose: (context: StrategyContext) => Proposal,
  context: StrategyContext,
): Proposal {
  if (other === undefined) return written;
  const { subject, restore } = other;
  const proposal = propose({ ...context, subject, effects: analyzeEffects(subject) });
  const found = candidatesOf(proposal).filter((one) => !isOfCalls(one));
  const [first, ...others] = found.map(restore);
  if (first === undefined) return written;
  return { kind: 'candidates', candidates: [first, ...others, ...candidatesOf(written)] };
}

function candidatesOf(proposal: Proposal): readonly Candidate[] {
  return proposal.kind === 'candidates' ? proposal.candidates : [];
}

function isOfCalls({ workload }: Candidate): boolean {
  return workload === 'batch';
}

function proposeMoved({ subject, restore }: MovedMethod, context: StrategyContext): Proposal {
  const proposal = proposeInAnyForm({ ...context, subject, effects: analyzeEffects(subject) });
  if (proposal.kind === 'declined') {
    // What stands in the way of the work itself: moving it by hand would not help.
    const { node, sourceFile } = context.subject;
    const place = positionAt(sourceFile, node.getStart(sourceFile));
    const [first, ...others] = proposal.reasons.map((reason) => ({ ...reason, ...place }));
    return first === undefined ? proposeAsWritten(context) : declined(first, ...others);
  }
  // Calls for many argument lists at once would need an object for each.
  const [first, ...others] = proposal.candidates.filter((one) => !isOfCalls(one)).map(restore);
  return first === undefined ? proposeAsWritten(context) : { kind: 'candidates', candidates: [first, ...others] };
}

function proposeAsWritten(context: StrategyContext): Proposal {
  const against = subjectReasons(context);
  if (isNotEmpty(against)) return proposeChanges(context) ?? declined(...against, ...reasonsOfShapes(context, against));
  const map = proposeArrayMap(context);
  const shapes = context.subject.listing.isAsync
    ? [map]
    : [map, proposeLoopSearch(context) ?? proposeLoopSplit(context), proposeCallBatch(context)];
  const worthwhile = shapes.filter((shape) => shape !== map || !isInsideAnother(map, shapes));
  const [first, ...others] = worthwhile.flatMap((shape) => (shape.kind === 'candidates' ? shape.candidates : []));
  if (first !== undefined) return { kind: 'candidates', candidates: [first, ...others] };
  const reasons = distinct(shapes.flatMap((shape: ShapeProposal) => (shape.kind === 'declined' ? shape.reasons : [])));
  if (!isNotEmpty(reasons)) throw new Error('A shape of the workers strategy declined without a reason.');
  return declined(...reasons);
}

/** Where nothing is in the way but that a loop changes typed arrays of the caller. */
function proposeChanges(context: StrategyContext): Proposal | undefined {
  const isOnlyThat = !context.subject.listing.isAsync && subjectReasons(context, 'changes').length === 0;
  const proposal = isOnlyThat ? proposeChanging(context) : undefined;
  if (proposal?.kind === 'candidates') return { kind: 'candidates', candidates: proposal.candidates };
  return proposal && isNotEmpty(proposal.reasons) ? declined(...proposal.reasons) : undefined;
}

/** A map in a loop hands over in every iteration; where the loop itself can be spread, that hands over once. */
function isInsideAnother(map: ShapeProposal, [, loop]: readonly ShapeProposal[]): boolean {
  return map.kind === 'candidates' && map.isRepeated === true && loop?.kind === 'candidates';
}

/** Where only the change of an argument is in the way, what its loops and maps would need as well is said at once. */
function reasonsOfShapes(context: StrategyContext, against: readonly Reason[]): readonly Reason[] {
  if (against.some(({ code }) => code !== 'W7')) return [];
  const shapes = [proposeArrayMap(context), proposeLoopSplit(context)];
  return distinct(shapes.flatMap((shape) => (shape.kind === 'declined' ? shape.reasons : []))).filter(
    ({ code, line }) => !against.some((known) => known.code === code && known.line === line),
  );
}

function isNotEmpty(reasons: readonly Reason[]): reasons is readonly [Reason, ...Reason[]] {
  return reasons.length > 0;
}

function distinct(reasons: readonly Reason[]): readonly Reason[] {
  const seen = new Set<string>();
  return reasons.filter((reason) => {
    const key = `${reason.code} ${reason.line} ${reason.message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

// Builds each candidate and holds it against the baseline: at a first look, which tells what is worth measuring, and thoroughly once measuring has
// told what is worth offering. Before any is called equivalent, wrong versions of the subject are planted and must be caught. Candidates that fall
// get their row in the report here.

import type { IntegrityCheck, StrategyResult } from '../model/report.ts';
import type { VariantBundle } from '../model/variant.ts';
import { untriedNote } from './judge/untried-note.ts';
import { mapInParallel } from './map-in-parallel.ts';
import { withPartsInTurn } from './parts-in-turn.ts';
import type { BuiltCandidate, ProposedCandidate, RunStage, VerifiedCandidate } from './run-stage.ts';
import { checkVerifier } from './verify/check-verifier.ts';
import { plantMutants } from './verify/planted-mutants.ts';
import { sourceFacts } from './verify/source-facts.ts';
import { verifyCandidate } from './verify/verify-candidate.ts';

type Depth = VerifiedCandidate['depth'];
type Outcome = VerifiedCandidate | StrategyResult;

/** Share of the budget that comparing one candidate thoroughly may take, and its bounds in milliseconds. */
const compareShareOfBudget = 0.04;
const shortestCompareMs = 400;
const longestCompareMs = 5000;
const firstLookMs = 120;
/** Starting the process, and making a counterexample small. */
const aroundComparingMs = 300;
const expectedOffers = 2;

export interface EarlyLooks {
  /** Looks at a candidate on a core that is free while TypeScript keeps one busy; without any, its turn comes later. */
  readonly begin: (entry: ProposedCandidate) => void;
  readonly begun: ReadonlyMap<ProposedCandidate, Promise<Outcome>>;
}

export function earlyLooks(stage: RunStage, cores: number): EarlyLooks {
  const begun = new Map<ProposedCandidate, Promise<Outcome>>();
  let free = Math.max(1, cores - 1);
  return {
    begun,
    begin: (entry) => {
      if (free === 0) return;
      free--;
      const look = verifyOne(entry, 'first look', stage).finally(() => free++);
      // A failure is told when it is waited for, by `lookAtCandidates`.
      look.catch(() => {});
      begun.set(entry, look);
    },
  };
}

/** The candidates that pass a first look. What is offered of them in the end has to pass `thoroughComparison` too. */
export async function lookAtCandidates(
  proposed: readonly ProposedCandidate[],
  stage: RunStage,
  early?: EarlyLooks,
): Promise<readonly VerifiedCandidate[]> {
  if (proposed.length === 0) return [];
  const { runner } = stage;
  stage.tell('verifying', 'a first look at the rewrites');
  // Nothing is timed here, so the comparisons share the machine.
  const { cores } = await runner.environment();
  // Those of the first round of measuring start as well where there is a core for them.
  await runner.startAhead(Math.max(Math.min(cores, proposed.length), cores - 2));
  const outcomes = await mapInParallel(proposed, cores, async (entry) => {
    const outcome = await (early?.begun.get(entry) ?? verifyOne(entry, 'first look', stage));
    stage.tell('verifying', `looked at ${entry.candidate.strategy}`);
    return outcome;
  });
  const verified = outcomes.filter(isVerified);
  reportFallen(outcomes, verified, stage);
  return verified;
}

/** Builds and compares candidates that come later. Those that fall get no row: they were tried on the side. */
export async function verifyFurther(
  proposed: readonly ProposedCandidate[],
  depth: Depth,
  stage: RunStage,
): Promise<readonly VerifiedCandidate[]> {
  const { cores } = await stage.runner.environment();
  const outcomes = await mapInParallel(proposed, cores, (entry) => verifyOne(entry, depth, stage));
  return outcomes.filter(isVerified);
}

/**
 * What of `verified` stands after those that `offeredOf` names were compared thoroughly; it is asked again when one of them fell, since another
 * may take its place. When none of the planted bugs was caught, nothing of their strategies stands.
 */
export type CompareThoroughly = (
  verified: readonly VerifiedCandidate[],
  offeredOf: (standing: readonly VerifiedCandidate[]) => readonly VerifiedCandidate[],
) => Promise<readonly VerifiedCandidate[]>;

/** May be asked several times in a run: bugs are planted once. */
export function thoroughComparison(stage: RunStage): CompareThoroughly {
  let planted: IntegrityCheck | undefined;
  return async (verified, offeredOf) => {
    if (verified.length === 0) return [];
    stage.tell('verifying', 'comparing what is worth offering with the original');
    const { cores } = await stage.runner.environment();
    let standing = verified;
    const fallen: Outcome[] = [];
    for (;;) {
      const next = offeredOf(standing).filter(({ depth }) => depth === 'first look');
      if (planted !== undefined && next.length === 0) break;
      // The planted bugs first: they are the longest.
      const work = [...(planted === undefined ? ['planted' as const] : []), ...next];
      const outcomes = new Map<string, Outcome>();
      await mapInParallel(work, cores, async (entry) => {
        if (entry === 'planted') planted = await plantedBugCheck(stage);
        else outcomes.set(entry.id, await compareOne(entry, 'thorough', stage));
      });
      fallen.push(...outcomes.values());
      standing = standing.map((entry) => outcomes.get(entry.id) ?? entry).filter(isVerified);
    }
    stage.draft.setCheck(planted);
    if (planted.ok) {
      reportFallen(fallen, standing, stage);
      return standing;
    }
    const offered = offeredOf(standing);
    const rest = standing.filter(
      ({ candidate }) => !offered.some((other) => other.candidate.strategy === candidate.strategy),
    );
    reportFallen([...fallen, ...offered.map(unproven)], rest, stage);
    return rest;
  };
}

/** What comparing thoroughly is expected to take, for as many candidates as are often worth offering, and for planted bugs. */
export async function expectedComparingMs(verified: readonly VerifiedCandidate[], stage: RunStage): Promise<number> {
  const { cores } = await stage.runner.environment();
  const offered = Math.min(expectedOffers, new Set(verified.map(({ candidate }) => candidate.strategy)).size);
  const oneMs = thoroughMs(stage) + aroundComparingMs;
  return offered === 0 ? 0 : (oneMs * (offered + 1)) / Math.min(cores, offered + 1);
}

function thoroughMs({ options }: RunStage): number {
  return Math.min(longestCompareMs, Math.max(shortestCompareMs, options.budgetMs * compareShareOfBudget));
}

function isVerified(outcome: Outcome): outcome is VerifiedCandidate {
  return 'bundle' in outcome;
}

/** Gives strategies that have no other candidate left the row of the one that fell. */
function reportFallen(outcomes: readonly Outcome[], verified: readonly VerifiedCandidate[], stage: RunStage): void {
  for (const result of outcomes) {
    if (isVerified(result) || verified.some(({ candidate }) => candidate.strategy === result.strategy)) continue;
    const untried = stage.spared.filter(({ candidate }) => candidate.strategy === result.strategy);
    const note = untriedNote(untried.map(({ candidate }) => candidate.variant));
    stage.draft.setResult({ ...result, reasons: [...result.reasons, ...note] });
  }
}

function plantedBugCheck(stage: RunStage): Promise<IntegrityCheck> {
  return checkVerifier({
    baseline: stage.original.baseline,
    mutants: plantMutants(stage.subject, stage.options.seed),
    build: (mutant, index) =>
      stage.builder.build(
        {
          id: `planted/${index}`,
          subject: stage.subject,
          inputs: stage.inputs,
          slice: stage.original.slice,
          textOverride: mutant.text,
        },
        stage.signal,
      ),
    cases: stage.observation.cases.map(({ listing }) => listing),
    runner: stage.runner,
    seed: stage.options.seed,
    budgetMs: thoroughMs(stage),
    signal: stage.signal,
  });
}

/** A candidate that compared equal, where the comparison found none of the planted bugs. */
function unproven({ candidate, rewrite, equivalence }: VerifiedCandidate): StrategyResult {
  return {
    strategy: candidate.strategy,
    variant: candidate.variant,
    rewrite,
    verdict: 'withheld',
    reasons: [
      {
        code: 'not-verified',
        message: 'the comparison missed every bug that was planted in this function, so its word is not taken.',
        unlock: 'Declare inputs that reach more of the function.',
      },
    ],
    equivalence,
  };
}

async function verifyOne(entry: ProposedCandidate, depth: Depth, stage: RunStage): Promise<Outcome> {
  const { id, candidate, rewrite } = entry;
  const { subject, inputs, original } = stage;
  const built = await stage.builder.build({ id, subject, inputs, slice: original.slice, candidate }, stage.signal);
  if (!built.ok)
    return {
      strategy: candidate.strategy,
      variant: candidate.variant,
      rewrite,
      verdict: 'failed',
      reasons: [{ code: 'build', message: `the rewrite could not be built: ${built.message}`, unlock: built.nextStep }],
    };
  const { bundle } = built;
  return compareOne({ ...entry, bundle, compared: await builtForComparison(entry, bundle, stage) }, depth, stage);
}

async function compareOne(entry: BuiltCandidate, depth: Depth, stage: RunStage): Promise<Outcome> {
  const { candidate, rewrite } = entry;
  const row = { strategy: candidate.strategy, variant: candidate.variant, rewrite };
  const verification = await verifyCandidate(
    stage.original.baseline,
    entry.compared,
    {
      cases: stage.observation.cases.map(({ listing }) => listing),
      batch: candidate.workload === 'batch',
      tolerance: candidate.tolerance,
      mayBecomeAsync: candidate.signature === 'async',
      ...(candidate.differsFor === undefined ? {} : { differsFor: candidate.differsFor }),
      ...sourceFacts(stage.subject),
    },
    stage.runner,
    {
      signal: stage.signal,
      seed: stage.options.seed,
      ...(depth === 'thorough' ? { budgetMs: thoroughMs(stage) } : { budgetMs: firstLookMs, isFirstLook: true }),
    },
  );
  switch (verification.kind) {
    case 'equivalent':
      return {
        ...entry,
        equivalence: { ...verification.summary, ...(depth === 'thorough' ? {} : { firstLook: true }) },
        caveats: [...candidate.caveats, ...verification.reasons],
        depth,
        ...(verification.pace === undefined ? {} : { pace: verification.pace }),
      };
    case 'not-equivalent':
      return { ...row, verdict: 'not-equivalent', reasons: verification.reasons, equivalence: verification.summary };
    case 'not-verified':
      if (depth === 'first look') return compareOne(entry, 'thorough', stage);
      return { ...row, verdict: 'withheld', reasons: verification.reasons, equivalence: verification.summary };
    case 'failed':
      return { ...row, verdict: 'failed', reasons: verification.reasons, equivalence: verification.summary };
  }
}

/** What cuts its work into parts is compared with all numbers of parts. */
async function builtForComparison(
  { id, candidate }: ProposedCandidate,
  bundle: VariantBundle,
  stage: RunStage,
): Promise<VariantBundle> {
  const inTurn = withPartsInTurn(candidate);
  if (inTurn === undefined) return bundle;
  const { subject, inputs, original } = stage;
  const request = { id: `${id}-parts`, subject, inputs, slice: original.slice, candidate: inTurn };
  const built = await stage.builder.build(request, stage.signal);
  if (!built.ok) throw new Error(`The rewrite can be built, but not with other numbers of parts: ${built.message}`);
  return built.bundle;
}

// Builds each candidate and holds it against the baseline. Before any is called equivalent, wrong versions of the subject are planted and must
// be caught. Candidates that fall here get their row in the report here; the others go on to be measured.

import type { IntegrityCheck, StrategyResult } from '../model/report.ts';
import type { VariantBundle } from '../model/variant.ts';
import { untriedNote } from './judge/untried-note.ts';
import { mapInParallel } from './map-in-parallel.ts';
import { withPartsInTurn } from './parts-in-turn.ts';
import type { ProposedCandidate, RunStage, VerifiedCandidate } from './run-stage.ts';
import { checkVerifier } from './verify/check-verifier.ts';
import { plantMutants } from './verify/planted-mutants.ts';
import { sourceConstants } from './verify/source-constants.ts';
import { verifyCandidate } from './verify/verify-candidate.ts';

/** Share of the budget that comparing one candidate may take, and its bounds in milliseconds. */
const compareShareOfBudget = 0.04;
const shortestCompareMs = 400;
const longestCompareMs = 5000;

export async function verifyCandidates(
  proposed: readonly ProposedCandidate[],
  stage: RunStage,
): Promise<readonly VerifiedCandidate[]> {
  if (proposed.length === 0) return [];
  const { runner, draft } = stage;
  const budgetMs = compareBudgetMs(stage);
  stage.tell('verifying', 'comparing the rewrites with the original');
  // Nothing is timed here, so the comparisons share the machine.
  const { cores } = await runner.environment();
  // Those of the first round of measuring start as well where there is a core for them.
  await runner.startAhead(Math.max(Math.min(cores, proposed.length + 1), cores - 2));
  const [verifier, ...outcomes] = await mapInParallel([undefined, ...proposed], cores, async (entry) => {
    if (entry === undefined) return plantedBugCheck(budgetMs, stage);
    const outcome = await verifyOne(entry, budgetMs, stage);
    stage.tell('verifying', `compared ${entry.candidate.strategy}`);
    return outcome;
  });
  const isVerifierTrusted = verifier !== undefined && 'check' in verifier && verifier.ok;
  if (verifier !== undefined && 'check' in verifier) draft.setCheck(verifier);
  const verified: VerifiedCandidate[] = [];
  const fallen: StrategyResult[] = [];
  for (const outcome of outcomes) {
    if ('check' in outcome) continue;
    if (!('bundle' in outcome)) fallen.push(outcome);
    else if (isVerifierTrusted) verified.push(outcome);
    else fallen.push(unproven(outcome));
  }
  for (const result of fallen) {
    if (verified.some(({ candidate }) => candidate.strategy === result.strategy)) continue;
    const untried = stage.spared.filter(({ candidate }) => candidate.strategy === result.strategy);
    const note = untriedNote(untried.map(({ candidate }) => candidate.variant));
    draft.setResult({ ...result, reasons: [...result.reasons, ...note] });
  }
  return verified;
}

/** Compares candidates that come later, when the comparison was trusted already. Those that fall get no row: they were tried on the side. */
export async function verifyFurther(
  proposed: readonly ProposedCandidate[],
  stage: RunStage,
): Promise<readonly VerifiedCandidate[]> {
  const { cores } = await stage.runner.environment();
  const outcomes = await mapInParallel(proposed, cores, (entry) => verifyOne(entry, compareBudgetMs(stage), stage));
  return outcomes.flatMap((outcome) => ('bundle' in outcome ? [outcome] : []));
}

function compareBudgetMs({ options }: RunStage): number {
  return Math.min(longestCompareMs, Math.max(shortestCompareMs, options.budgetMs * compareShareOfBudget));
}

function plantedBugCheck(budgetMs: number, stage: RunStage): Promise<IntegrityCheck> {
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
    budgetMs,
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

async function verifyOne(
  entry: ProposedCandidate,
  budgetMs: number,
  stage: RunStage,
): Promise<VerifiedCandidate | StrategyResult> {
  const { candidate, rewrite } = entry;
  const built = await stage.builder.build(
    { id: entry.id, subject: stage.subject, inputs: stage.inputs, slice: stage.original.slice, candidate },
    stage.signal,
  );
  const row = { strategy: candidate.strategy, variant: candidate.variant, rewrite };
  if (!built.ok)
    return {
      ...row,
      verdict: 'failed',
      reasons: [{ code: 'build', message: `the rewrite could not be built: ${built.message}`, unlock: built.nextStep }],
    };
  const compared = await builtForComparison(entry, built.bundle, stage);
  const verification = await verifyCandidate(
    stage.original.baseline,
    compared,
    {
      cases: stage.observation.cases.map(({ listing }) => listing),
      batch: candidate.workload === 'batch',
      tolerance: candidate.tolerance,
      mayBecomeAsync: candidate.signature === 'async',
      ...(candidate.differsFor === undefined ? {} : { differsFor: candidate.differsFor }),
      constants: sourceConstants(stage.subject),
    },
    stage.runner,
    { signal: stage.signal, seed: stage.options.seed, budgetMs },
  );
  switch (verification.kind) {
    case 'equivalent':
      return {
        ...entry,
        bundle: built.bundle,
        equivalence: verification.summary,
        caveats: [...candidate.caveats, ...verification.reasons],
      };
    case 'not-equivalent':
      return { ...row, verdict: 'not-equivalent', reasons: verification.reasons, equivalence: verification.summary };
    case 'not-verified':
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

// Builds each candidate and holds it against the baseline. Before any is called equivalent, wrong versions of the subject are planted and must
// be caught. Candidates that fall here get their row in the report here; the others go on to be measured.

import type { StrategyResult } from '../model/report.ts';
import type { ProposedCandidate, RunStage, VerifiedCandidate } from './run-stage.ts';
import { checkVerifier } from './verify/check-verifier.ts';
import { plantMutants } from './verify/planted-mutants.ts';
import { verifyCandidate } from './verify/verify-candidate.ts';

/** Share of the budget that comparing one candidate may take, and its bounds in milliseconds. */
const compareShareOfBudget = 0.1;
const shortestCompareMs = 1000;
const longestCompareMs = 3000;

export async function verifyCandidates(
  proposed: readonly ProposedCandidate[],
  stage: RunStage,
): Promise<readonly VerifiedCandidate[]> {
  if (proposed.length === 0) return [];
  const budgetMs = Math.min(
    longestCompareMs,
    Math.max(shortestCompareMs, stage.options.budgetMs * compareShareOfBudget),
  );
  stage.tell('verifying', 'planting bugs that the comparison must find');
  const verifier = await checkVerifier({
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
  stage.draft.setCheck(verifier);
  const verified: VerifiedCandidate[] = [];
  for (const entry of proposed) {
    const outcome = await verifyOne(entry, verifier.ok, budgetMs, stage);
    if ('bundle' in outcome) verified.push(outcome);
    else if (!verified.some(({ candidate }) => candidate.strategy === entry.candidate.strategy))
      stage.draft.setResult(outcome);
    stage.tell('verifying', `compared ${entry.candidate.strategy}`);
  }
  return verified;
}

async function verifyOne(
  entry: ProposedCandidate,
  isVerifierTrusted: boolean,
  budgetMs: number,
  stage: RunStage,
): Promise<VerifiedCandidate | StrategyResult> {
  const { candidate, rewrite } = entry;
  stage.tell('verifying', `comparing ${candidate.strategy} with the original`);
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
  const verification = await verifyCandidate(
    stage.original.baseline,
    built.bundle,
    {
      cases: stage.observation.cases.map(({ listing }) => listing),
      batch: candidate.workload === 'batch',
      tolerance: candidate.tolerance,
      mayBecomeAsync: candidate.signature === 'async',
    },
    stage.runner,
    { signal: stage.signal, seed: stage.options.seed, budgetMs },
  );
  switch (verification.kind) {
    case 'equivalent':
      if (!isVerifierTrusted)
        return {
          ...row,
          verdict: 'withheld',
          reasons: [
            {
              code: 'not-verified',
              message: 'the comparison missed every bug that was planted in this function, so its word is not taken.',
              unlock: 'Declare inputs that reach more of the function.',
            },
          ],
          equivalence: verification.summary,
        };
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

// Once measuring has told from which size a rewrite pays, the offered code leaves smaller inputs to the original. The line is new code: it must
// pass the type gate and the comparison with the original like everything that is offered, or the rewrite stays as it was measured.
import type { StrategyResult } from '../model/report.ts';
import { formatCount } from '../present/format-duration.ts';
import { rewriteCost } from './judge/rewrite-cost.ts';
import { rewriteOf } from './rewrite-of.ts';
import type { RunStage, VerifiedCandidate } from './run-stage.ts';
import { withSizeGuard } from './size-guard.ts';
import { diagnosticsOf } from './type-gate.ts';
import { verifyFurther } from './verify-candidates.ts';

export async function guardSmallInputs(measured: readonly VerifiedCandidate[], stage: RunStage): Promise<void> {
  for (const entry of measured) {
    const result = stage.draft.resultOf(entry.candidate.strategy);
    if (result?.variant !== entry.candidate.variant) continue;
    const guarded = await guardedResult(entry, result, stage);
    if (guarded !== undefined) stage.draft.setResult(guarded);
  }
}

async function guardedResult(
  { id, candidate }: VerifiedCandidate,
  result: StrategyResult,
  stage: RunStage,
): Promise<StrategyResult | undefined> {
  const { subject, observation, original } = stage;
  const { sizeGuard } = candidate;
  const guard = withSizeGuard(candidate, result.payingSizes, observation.cases, subject.style.eol);
  if (guard === undefined || sizeGuard === undefined) return undefined;
  const proposed = { ...candidate, files: guard.files };
  if (diagnosticsOf(subject, proposed).length > 0) return undefined;
  stage.tell('verifying', 'comparing the line that leaves small inputs to the original');
  const rewrite = rewriteOf(subject, proposed);
  const [proven] = await verifyFurther([{ id: `${id}-guarded`, candidate: proposed, rewrite }], 'thorough', stage);
  if (proven === undefined) return undefined;
  const left = sizeGuard.isInPlace === true ? 'stay in the thread that calls' : 'are left to the original';
  const message = `Fewer than ${formatCount(guard.fewest)} ${sizeGuard.pieces} ${left}: in this run handing them over took longer than the work. The line was added after measuring, and the whole compared once more.`;
  return {
    ...result,
    reasons: [{ code: 'W19', message }, ...result.reasons],
    cost: rewriteCost(rewrite, { baseline: original.baseline.bytes, candidate: proven.bundle.bytes }),
    equivalence: proven.equivalence,
    rewrite,
  };
}

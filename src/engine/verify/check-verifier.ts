// Is the comparison itself to be trusted for this subject? It must find at least one bug that was planted in the subject on purpose. Some
// planted changes do not change behaviour at all, so a survivor is no proof against it: further ones are tried.
import type { IntegrityCheck } from '../../model/report.ts';
import type { VariantBundle } from '../../model/variant.ts';
import type { BuildOutcome } from '../build/variant-builder.ts';
import type { CaseListing } from '../process/protocol.ts';
import type { VariantRunner } from '../process/variant-runner.ts';
import type { PlantedMutant } from './planted-mutants.ts';
import { verifyCandidate } from './verify-candidate.ts';

export interface VerifierCheckOptions {
  readonly baseline: VariantBundle;
  readonly mutants: readonly PlantedMutant[];
  readonly build: (mutant: PlantedMutant, index: number) => Promise<BuildOutcome>;
  readonly cases: readonly CaseListing[];
  readonly runner: VariantRunner;
  readonly seed: number;
  readonly budgetMs: number;
  readonly signal: AbortSignal;
}

const checkName = 'planted bug caught';

/** A planted bug may loop for ever; there is no need to wait long for that. */
const mutantDeadlineMs = 2_000;
/** Its counterexample is shown in passing. */
const mutantShrinkMs = 300;

export async function checkVerifier(options: VerifierCheckOptions): Promise<IntegrityCheck> {
  const { mutants, build, baseline, cases, runner, seed, budgetMs, signal } = options;
  const facts = { cases, batch: false, tolerance: 'exact' } as const;
  const survivors: string[] = [];
  for (const [index, mutant] of mutants.entries()) {
    const built = await build(mutant, index);
    if (!built.ok) continue;
    const verification = await verifyCandidate(baseline, built.bundle, facts, runner, {
      signal,
      seed,
      budgetMs,
      callDeadlineMs: mutantDeadlineMs,
      shrinkMs: mutantShrinkMs,
    });
    const planted = `line ${mutant.line}: ${mutant.description}`;
    if (verification.kind === 'not-equivalent') {
      const { counterexample } = verification.summary;
      const shown = counterexample === undefined ? '' : `, shown by ${counterexample.args}`;
      return {
        check: checkName,
        ok: true,
        detail: `A bug planted on ${planted} was caught${shown}${tried(survivors)}.`,
      };
    }
    survivors.push(planted);
  }
  const detail =
    survivors.length === 0
      ? 'No bug could be planted in this function, so the comparison could not be tested on it.'
      : `None of the ${survivors.length} planted bugs was caught (${survivors.join('; ')}).`;
  return { check: checkName, ok: false, detail };
}

function tried(survivors: readonly string[]): string {
  if (survivors.length === 0) return '';
  return `, after ${survivors.length} that changed no answer (${survivors.join('; ')})`;
}

// Holds an edited text of a subject's file against the original with the product's own build, generated inputs and verifier, in benchmark
// processes: for tests and benchmarks of what the verifier catches.
import type { VariantBuilder } from '../../src/engine/build/variant-builder.ts';
import { SpeedlensFailure } from '../../src/engine/failures.ts';
import { gatherInputs } from '../../src/engine/inputs/gather-inputs.ts';
import type { VariantRunner } from '../../src/engine/process/variant-runner.ts';
import type { Subject } from '../../src/engine/source/subject.ts';
import type { Candidate } from '../../src/engine/strategies/strategy.ts';
import { sourceFacts } from '../../src/engine/verify/source-facts.ts';
import { type Verification, type VerifyOptions, verifyCandidate } from '../../src/engine/verify/verify-candidate.ts';

/** 'caveat': called equivalent, and told to differ for values outside of the domain or where the original throws. */
export type TextVerdict = Verification['kind'] | 'caveat' | 'not built';

export interface TextComparison {
  readonly verdict: TextVerdict;
  /** What the caveats say. */
  readonly caveats: readonly string[];
}

export type TextComparing = Pick<VerifyOptions, 'budgetMs' | 'shrinkMs' | 'endsAtFirst'>;

/** `candidate`: the one that the text comes from, whose cache is forgotten between cases as in a run. */
export type CompareText = (
  id: string,
  text: string,
  comparing: TextComparing,
  candidate?: Candidate,
) => Promise<TextComparison>;

const largestSize = 20_000;

/** Undefined when the original itself cannot be built or has no inputs. */
export async function comparisonWith(
  subject: Subject,
  builder: VariantBuilder,
  runner: VariantRunner,
): Promise<CompareText | undefined> {
  const { signal } = new AbortController();
  const inputs = madeUpFor(subject);
  if (inputs === undefined) return undefined;
  const baseline = await builder.build({ id: 'baseline', subject, inputs }, signal);
  if (!baseline.ok) return undefined;
  const describe = { kind: 'describe', variant: baseline.bundle, seed: 1 } as const;
  const described = await runner.run(describe, { deadlineMs: 20_000, signal });
  if (!described.ok) return undefined;
  const facts = {
    // The largest files are for measuring.
    cases: described.answer.cases.filter(({ size = 0 }, index) => index === 0 || size <= largestSize),
    batch: false,
    tolerance: 'exact',
    ...sourceFacts(subject),
  } as const;
  return async (id, text, comparing, candidate) => {
    const kept = candidate === undefined ? {} : { candidate: { ...candidate, files: [] } };
    const built = await builder.build({ id, subject, inputs, textOverride: text, ...kept }, signal);
    if (!built.ok) return { verdict: 'not built', caveats: [] };
    const options = { signal, seed: 1, callDeadlineMs: 2000, ...comparing };
    const { kind, reasons } = await verifyCandidate(baseline.bundle, built.bundle, facts, runner, options);
    const caveats = reasons.filter(({ code }) => code === 'E3').map(({ message }) => message);
    return { verdict: kind === 'equivalent' && caveats.length > 0 ? 'caveat' : kind, caveats };
  };
}

function madeUpFor(subject: Subject): ReturnType<typeof gatherInputs> | undefined {
  try {
    return gatherInputs(subject, { sizes: [3, 12] });
  } catch (error) {
    if (error instanceof SpeedlensFailure && error.code === 'no-inputs') return undefined;
    throw error;
  }
}

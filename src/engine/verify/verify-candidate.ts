// Holds one candidate against the baseline in a killable process and says what may be claimed about it. A process that dies loses no
// verdict: the comparison is repeated without the kinds of cases that are apt to hang or to eat the heap. Zero compared cases prove nothing.
import type { Reason } from '../../model/reason.ts';
import type { EquivalenceSummary } from '../../model/report.ts';
import type { VariantBundle } from '../../model/variant.ts';
import type { AdmittedPlace, CaseListing, CompareAnswer, CompareTask, RunFailure } from '../process/protocol.ts';
import type { VariantRunner } from '../process/variant-runner.ts';
import type { SourceConstants } from './source-constants.ts';

export interface VerifyFacts {
  readonly cases: readonly CaseListing[];
  /** The candidate takes a list of argument lists. */
  readonly batch: boolean;
  readonly tolerance: 'exact' | number;
  /** The candidate's signature is 'async': a promise in place of a value is no difference. */
  readonly mayBecomeAsync?: boolean;
  /** Texts in files with which the candidate is meant to differ. */
  readonly differsFor?: readonly string[];
  /** What the code of the original is written around. */
  readonly constants?: SourceConstants;
  /** What the types of its parameters admit. */
  readonly admitted?: readonly AdmittedPlace[];
}

export interface VerifyOptions {
  readonly signal: AbortSignal;
  readonly seed: number;
  /** Time for the cases; loading and shrinking come on top. */
  readonly budgetMs: number;
  /** Without the kinds of cases that are apt to hang or to eat the heap: for a look at what is worth comparing thoroughly. */
  readonly isFirstLook?: boolean;
  /** Of one call, 10 s when absent: the large declared cases of a slow function need their time. */
  readonly callDeadlineMs?: number;
  /** For making a counterexample small, 1.5 s when absent. */
  readonly shrinkMs?: number;
  /** Any difference ends the comparison, one that does not refute the candidate as well: where only is asked whether there is one. */
  readonly endsAtFirst?: true;
}

export interface Verification {
  readonly kind: 'equivalent' | 'not-equivalent' | 'not-verified' | 'failed';
  readonly summary: EquivalenceSummary;
  readonly reasons: readonly Reason[];
  /** See CompareAnswer. */
  readonly pace?: number;
}

/** What is left out when a process died, step by step; the last step compares only what is benchmarked. */
const retreats: readonly (readonly string[])[] = [
  [],
  ['hostile', 'growth'],
  ['hostile', 'growth', 'edges', 'structure', 'random', 'aliasing'],
  ['hostile', 'growth', 'edges', 'structure', 'random', 'aliasing', 'sizes', 'keys', 'history'],
];

const defaultCallDeadlineMs = 10_000;
const defaultShrinkMs = 1_500;
const loadAllowanceMs = 15_000;
const shrinkAllowanceMs = 2_000;

export async function verifyCandidate(
  baseline: VariantBundle,
  candidate: VariantBundle,
  facts: VerifyFacts,
  runner: VariantRunner,
  options: VerifyOptions,
): Promise<Verification> {
  let failure: RunFailure | undefined;
  const { callDeadlineMs = defaultCallDeadlineMs } = options;
  for (const skipArms of options.isFirstLook === true ? retreats.slice(1) : retreats) {
    const outcome = await runner.run(compareTask(baseline, candidate, facts, options, skipArms), {
      deadlineMs: loadAllowanceMs + 4 * options.budgetMs + 2 * callDeadlineMs + shrinkAllowanceMs,
      signal: options.signal,
    });
    if (outcome.ok) return judged(outcome.answer, facts, skipArms, failure);
    failure = outcome.failure;
    if (!isWorthRepeating(failure)) break;
  }
  return failed(facts, failure);
}

function compareTask(
  baseline: VariantBundle,
  candidate: VariantBundle,
  facts: VerifyFacts,
  { seed, budgetMs, callDeadlineMs = defaultCallDeadlineMs, shrinkMs = defaultShrinkMs, endsAtFirst }: VerifyOptions,
  skipArms: readonly string[],
): CompareTask {
  return {
    kind: 'compare',
    baseline,
    candidate,
    seed,
    caseIndexes: facts.cases.map(({ index }) => index),
    batch: facts.batch,
    budgetMs,
    callDeadlineMs,
    shrinkMs,
    tolerance: facts.tolerance,
    ...(facts.mayBecomeAsync === true ? { mayBecomeAsync: true } : {}),
    ...(facts.differsFor === undefined ? {} : { differsFor: facts.differsFor }),
    ...(facts.constants === undefined ? {} : { constants: facts.constants }),
    ...(facts.admitted === undefined || facts.admitted.length === 0 ? {} : { admitted: facts.admitted }),
    ...(skipArms.length === 0 ? {} : { skipArms }),
    ...(endsAtFirst === undefined ? {} : { endsAtFirst }),
  };
}

/** A module that does not load will not load without hostile cases either. */
function isWorthRepeating({ kind }: RunFailure): boolean {
  switch (kind) {
    case 'timed-out':
    case 'out-of-memory':
    case 'crashed':
    case 'exited':
    case 'flooded':
    case 'call-threw':
      return true;
    case 'load-threw':
    case 'load-timed-out':
    case 'inputs-threw':
    case 'denied':
      return false;
  }
}

function judged(
  answer: CompareAnswer,
  facts: VerifyFacts,
  skipArms: readonly string[],
  failure: RunFailure | undefined,
): Verification {
  const summary = summaryOf(answer, facts);
  if (answer.counterexample !== undefined) {
    const { args, expected, actual } = answer.counterexample;
    const message = `for ${args} the original gives ${expected}, the rewrite ${actual}.`;
    return { kind: 'not-equivalent', summary, reasons: [{ code: 'E1', message }] };
  }
  if (answer.compared === 0 || answer.returned === 0) {
    const unlock = 'Declare inputs that the function answers quickly and the same way each time.';
    return { kind: 'not-verified', summary, reasons: [{ code: 'E2', message: whyNothing(answer), unlock }] };
  }
  const reasons: Reason[] = [];
  for (const { args, expected, actual, inputs } of answer.hostileDifferences ?? []) {
    const kind = inputs === undefined ? '' : ` (${inputs})`;
    reasons.push({
      code: 'E3',
      message: `differs only for inputs outside of what was declared${kind}: for ${args} the original gives ${expected}, the rewrite ${actual}.`,
    });
  }
  for (const what of answer.uncompared ?? []) reasons.push({ code: 'E4', message: `${what}.` });
  if (skipArms.length > 0 && failure !== undefined) {
    reasons.push({
      code: 'E5',
      message: `some generated cases (${skipArms.join(', ')}) were left out of the comparison: ${failure.message}`,
    });
  }
  return { kind: 'equivalent', summary, reasons, ...(answer.pace === undefined ? {} : { pace: answer.pace }) };
}

function whyNothing({ compared, skipped }: CompareAnswer): string {
  if (compared > 0) return 'the original only throws errors for these inputs, so no result could be compared.';
  if (skipped === 0) return 'no case could be compared.';
  return `no case could be compared: for all ${skipped} tried, the original is too slow or does not give the same answer twice.`;
}

function failed(facts: VerifyFacts, failure: RunFailure | undefined): Verification {
  const summary = summaryOf({ compared: 0, generated: 0, skipped: 0 }, facts);
  if (failure === undefined) return { kind: 'not-verified', summary, reasons: [] };
  return { kind: 'failed', summary, reasons: [{ code: 'E6', message: failure.message, unlock: failure.nextStep }] };
}

function summaryOf(answer: CompareAnswer, { tolerance }: VerifyFacts): EquivalenceSummary {
  return {
    cases: answer.compared,
    generatedCases: answer.generated,
    ...(answer.skipped === 0 ? {} : { skippedCases: answer.skipped }),
    ...(answer.cut === true ? { cut: true } : {}),
    tolerance: tolerance === 'exact' ? 'exact' : `numbers within ${tolerance} relative`,
    ...(answer.counterexample === undefined ? {} : { counterexample: answer.counterexample }),
  };
}

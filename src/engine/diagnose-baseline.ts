// Asks V8's profiler where the time of the original goes, and how far the original and the winner were compiled: short processes, on the
// largest case. No verdict depends on it, so whatever goes wrong here becomes a note or a row less.

import type { RewrittenFile } from '../model/report.ts';
import type { VariantBundle } from '../model/variant.ts';
import type { WhySlow } from '../model/why-slow.ts';
import { type CodeTiers, codeTiers } from './diagnose/code-tiers.ts';
import { explainTime, nothingToExplain } from './diagnose/explain-time.ts';
import type { BuiltFrom } from './diagnose/user-places.ts';
import { tierChecks } from './judge/tier-checks.ts';
import { needsRenewal } from './needs-renewal.ts';
import type { ObservedCase } from './observe-cases.ts';
import type { DiagnoseTask, TaskOutcome } from './process/protocol.ts';
import type { RunStage, VerifiedCandidate } from './run-stage.ts';
import { textAfter } from './source/rewritten-texts.ts';
import type { Subject } from './source/subject.ts';

/** Long enough for V8 to have optimised what it will, and for some hundred samples. */
const warmupMs = 150;
const sampleMs = { lines: 250, tiers: 120 } as const;
/** Starting a process whose V8 writes down all its code, and reading that: on a machine with a core for each, and where they share two. */
const overheadMs = 350;
const sharedOverheadMs = 600;
/** What the budget of a run may be spent on here: one process for the lines, and the others. */
const shareForLines = 0.3;
const shareForAll = 0.25;
const extraMs = 10_000;
const callsInDeadline = 4;

/** What `diagnoseBaseline` will take of the budget, were there a winner. */
export function expectedDiagnosisMs(cases: readonly ObservedCase[], budgetMs: number, cores: number): number {
  const headline = largestCase(cases);
  if (headline === undefined) return 0;
  return expectedMs(affordable(headline, budgetMs), headline, cores);
}

function expectedMs({ lines, tiers }: Processes, headline: ObservedCase, cores: number): number {
  const more = cores > tiers ? 0 : sharedOverheadMs - overheadMs;
  const work = (lines ? costMs('lines', headline) + more : 0) + tiers * (costMs('tiers', headline) + more);
  return work / Math.max(1, Math.min(cores, tiers + 1));
}

/** Puts `whySlow` and the rows about V8's compilers into the draft. Rejects only with the signal's reason. */
export async function diagnoseBaseline(verified: readonly VerifiedCandidate[], stage: RunStage): Promise<void> {
  const headline = largestCase(stage.observation.cases);
  if (headline === undefined) return;
  const { draft, original, subject, options, clock, started } = stage;
  const { cores } = await stage.runner.environment();
  // What comes last gives way when what came before took longer than expected.
  const leftMs = options.budgetMs - (clock() - started);
  const processes = whatFits(
    affordable(headline, options.budgetMs),
    (wanted) => expectedMs(wanted, headline, cores) <= leftMs,
  );
  if (!processes.lines) {
    const note = 'A profile would take too much of this budget.';
    draft.whySlow = nothingToExplain(headline.listing.label, note);
    return;
  }
  const winner = winnerOf(verified, stage);
  const workload = winner?.workload ?? 'single';
  const tiersOf = async (variant: VariantBundle, text: string): Promise<CodeTiers | undefined> => {
    const outcome = await ask({ detail: 'tiers', variant, workload }, headline, stage);
    return outcome.ok ? codeTiers(outcome.answer, builtFrom(variant, text, stage)) : undefined;
  };
  // Shares and tiers are no times, so the processes share the machine.
  const [lines, ofOriginal, ofWinner] = await Promise.all([
    ask({ detail: 'lines', variant: original.baseline, workload: 'single' }, headline, stage),
    processes.tiers < 1 ? undefined : tiersOf(original.baseline, subject.text),
    winner === undefined || processes.tiers < 2
      ? undefined
      : tiersOf(winner.entry.bundle, textOfSubject(winner.entry.rewrite.files, subject)),
  ]);
  draft.whySlow = explained(lines, headline, ofOriginal, stage);
  if (ofOriginal === undefined) return;
  const checks = tierChecks(
    { name: 'the original', tiers: ofOriginal },
    ofWinner === undefined ? undefined : { name: 'the fastest rewrite', tiers: ofWinner },
  );
  for (const check of checks) draft.setCheck(check);
}

function costMs(detail: DiagnoseTask['detail'], { observed }: ObservedCase): number {
  // A call is begun while there is time left, after a first one that may take all of the warm-up's.
  return overheadMs + Math.max(warmupMs, observed.firstCallMs) + Math.max(sampleMs[detail], observed.laterCallMs);
}

interface Processes {
  /** Whether there is one for the lines; without it there are no others. */
  readonly lines: boolean;
  /** How many there are for what V8 compiled: the original's, then the winner's. */
  readonly tiers: number;
}

/** The most of `wanted` that fits: the profile of the lines is given up last. */
function whatFits(wanted: Processes, fits: (processes: Processes) => boolean): Processes {
  if (!wanted.lines || fits(wanted)) return wanted;
  return whatFits(wanted.tiers > 0 ? { ...wanted, tiers: wanted.tiers - 1 } : { lines: false, tiers: 0 }, fits);
}

/** Which processes the budget has room for; a slow function leaves out the others first. */
function affordable(headline: ObservedCase, budgetMs: number): Processes {
  const lines = costMs('lines', headline);
  const rest = (budgetMs * shareForAll - lines) / costMs('tiers', headline);
  return { lines: lines <= budgetMs * shareForLines, tiers: Math.max(0, Math.min(2, Math.floor(rest))) };
}

function explained(
  outcome: TaskOutcome<'diagnose'>,
  headline: ObservedCase,
  tiers: CodeTiers | undefined,
  stage: RunStage,
): WhySlow {
  const { original, subject } = stage;
  const { label } = headline.listing;
  if (!outcome.ok) return nothingToExplain(label, outcome.failure.message);
  return explainTime(outcome.answer, { ...builtFrom(original.baseline, subject.text, stage), caseLabel: label }, tiers);
}

function ask(
  task: Pick<DiagnoseTask, 'detail' | 'variant' | 'workload'>,
  { listing, observed }: ObservedCase,
  { runner, effects, options, signal }: RunStage,
) {
  const time = { warmupMs, sampleMs: sampleMs[task.detail] };
  return runner.run(
    {
      kind: 'diagnose',
      ...task,
      ...time,
      seed: options.seed,
      caseIndex: listing.index,
      renewArguments: needsRenewal(observed, effects),
    },
    { deadlineMs: extraMs + time.warmupMs + time.sampleMs + callsInDeadline * observed.firstCallMs, signal },
  );
}

function builtFrom(bundle: VariantBundle, text: string, { subject, inputs }: RunStage): BuiltFrom {
  const inputsFile = inputs.source.kind === 'file' ? inputs.source.path : undefined;
  return { bundle, file: subject.file, text, inputsFile };
}

/** The candidate that the summary recommends; none when it hands its work to threads, which a profile of this one does not see. */
function winnerOf(verified: readonly VerifiedCandidate[], { draft }: RunStage) {
  const { results, summary } = draft.snapshot();
  const best = results.find(({ strategy }) => strategy === summary.bestStrategy);
  const entry = verified.find(
    ({ candidate }) => candidate.strategy === best?.strategy && candidate.variant === best.variant,
  );
  const workload = entry?.candidate.workload;
  return entry === undefined ||
    workload === undefined ||
    workload === 'batch' ||
    entry.candidate.workerEntries !== undefined
    ? undefined
    : { entry, workload };
}

function textOfSubject(files: readonly RewrittenFile[], subject: Subject): string {
  const edited = files.find(({ path }) => path === subject.file);
  return edited === undefined ? subject.text : textAfter(subject, edited);
}

/** The case that verdicts speak of: the largest size, or the slowest where there are no sizes. */
function largestCase(cases: readonly ObservedCase[]): ObservedCase | undefined {
  return cases.toSorted(
    (a, b) => (b.listing.size ?? 0) - (a.listing.size ?? 0) || b.observed.laterCallMs - a.observed.laterCallMs,
  )[0];
}

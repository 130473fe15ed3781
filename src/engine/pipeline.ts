// The story of one run, told once: locate the subject, gather inputs, observe it, let every strategy propose, build, verify, measure, judge,
// report. The only place that knows the order of the stages. What each stage does is the stage's own.

import type { BenchOptions } from '../model/bench-options.ts';
import type { RunPhase, RunProgress } from '../model/progress.ts';
import type { Report } from '../model/report.ts';
import { sha256 } from './apply-rewrite.ts';
import type { VariantBuilder } from './build/variant-builder.ts';
import { diagnoseBaseline } from './diagnose-baseline.ts';
import { eventsHandled } from './events-handled.ts';
import { guardSmallInputs } from './guard-small-inputs.ts';
import { gatherInputs } from './inputs/gather-inputs.ts';
import { overrunNote } from './judge/overrun-note.ts';
import { loadOriginal } from './load-original.ts';
import { measureCandidates } from './measure-candidates.ts';
import { type ObservedCases, observeCases } from './observe-cases.ts';
import type { Machine } from './process/machine-facts.ts';
import type { VariantRunner } from './process/variant-runner.ts';
import { proposeCandidates } from './propose-candidates.ts';
import { ReportDraft } from './report-draft.ts';
import type { ProposedCandidate } from './run-stage.ts';
import { analyzeEffects, type Effects } from './source/effects.ts';
import type { Subject } from './source/subject.ts';
import type { Strategy } from './strategies/strategy.ts';
import { earlyLooks, lookAtCandidates } from './verify-candidates.ts';
import { withinBudget } from './within-budget.ts';

/** What a run works with: real in production, scripted in tests. */
export interface Tools {
  readonly openSubject: (options: BenchOptions) => Subject;
  readonly builder: VariantBuilder;
  readonly runner: VariantRunner;
  /** Nothing is said about the machine without. */
  readonly machine?: Machine;
  /** In catalogue order. */
  readonly strategies: readonly Strategy[];
  /** Milliseconds, never going back. */
  readonly clock: () => number;
}

export interface Run {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: RunProgress) => void;
  /** When the budget began to run, by `performance.now()`, where that is not now: what came before is part of what the user waits for. */
  readonly begunAtMs?: number;
}

/** Describing, and as many cases as inputs mostly have: TypeScript keeps only one core busy while it reads the project. */
const processesAhead = 4;
/** Comparing and the first round of measuring: TypeScript keeps only one core busy while rewrites are looked for. */
const processesForLooking = 6;

/** Rejects with SpeedlensFailure for what the user can mend, with the signal's reason on cancel. */
export async function runPipeline(options: BenchOptions, tools: Tools, run: Run): Promise<Report> {
  const { builder, runner, machine, strategies, clock } = tools;
  const machineLoad = machine?.watchLoad();
  const { signal } = run;
  const started = run.begunAtMs ?? clock();
  let draft: ReportDraft | undefined;
  const tell = (phase: RunPhase, message: string, more: Partial<RunProgress> = {}): void => {
    signal.throwIfAborted();
    run.onProgress({
      phase,
      message,
      elapsedMs: clock() - started,
      ...(draft === undefined ? {} : { partial: draft.snapshot() }),
      ...more,
    });
  };

  tell('locating', 'reading the function');
  // They start while TypeScript reads the project.
  await runner.startAhead(processesAhead);
  const subject = tools.openSubject(options);
  const { name } = subject.listing;

  tell('inputs', 'gathering inputs');
  const inputs = gatherInputs(subject, options);
  const original = await loadOriginal(subject, inputs, { builder, runner, seed: options.seed, signal });

  tell('observing', 'trying the function on its inputs');
  const { effects, observation } = await whileObserving(subject, () =>
    observeCases(name, original, runner, { seed: options.seed, budgetMs: options.budgetMs, signal }),
  );
  const reportInputs = {
    origin: inputs.origin,
    notes: [...inputs.notes, ...original.notes, ...observation.notes],
    cases: observation.cases.map(({ listing }) => ({
      label: listing.label,
      ...(listing.size === undefined ? {} : { size: listing.size }),
    })),
  };
  draft = new ReportDraft(
    describeSubject(subject),
    { ...(await runner.environment()), ...(await machine?.facts()) },
    reportInputs,
    new Map(strategies.map((strategy) => [strategy.id, strategy.title])),
  );

  tell('proposing', 'looking for rewrites');
  await runner.startAhead(processesForLooking);
  const context = {
    subject,
    effects,
    observed: observation.cases.map(({ observed }) => observed),
    hasSequence: observation.cases.some(({ listing }) => listing.sequenceLength !== undefined),
  };
  const { cores } = await runner.environment();
  /** Told once all strategies have proposed. */
  const spared: ProposedCandidate[] = [];
  const stage = {
    subject,
    context,
    strategies,
    spared,
    reopen: (text: string, other = name) => tools.openSubject({ ...options, text, select: { name: other } }),
    inputs,
    original,
    observation,
    effects,
    builder,
    runner,
    draft,
    options,
    signal,
    clock,
    started,
    ...(machineLoad === undefined ? {} : { machineLoad }),
    tell,
  };
  const looks = earlyLooks(stage, cores);
  const proposed = await proposeCandidates(strategies, context, draft, {
    onDeclined: () => tell('proposing', 'looking for rewrites'),
    onFirst: looks.begin,
  });
  const chosen = withinBudget(proposed, observation.cases, { budgetMs: options.budgetMs, cores });
  spared.push(...chosen.spared);

  tell('building', 'building the rewrites');
  const seen = await lookAtCandidates(chosen.kept, stage, looks);

  tell('measuring', 'measuring');
  const measuringFromMs = clock() - started;
  const measured = await measureCandidates(seen, stage);

  tell('diagnosing', 'finding where the time goes');
  // Nothing is timed here any more.
  await Promise.all([guardSmallInputs(measured, stage), diagnoseBaseline(measured, stage)]);

  const overrun = overrunNote({ budgetMs: options.budgetMs, measuringFromMs, tookMs: clock() - started });
  if (overrun !== undefined) draft.inputs = { ...draft.inputs, notes: [...draft.inputs.notes, overrun] };
  tell('done', 'done');
  return draft.snapshot();
}

/** What of the analysis needs no observation is done while the processes are at work. */
async function whileObserving(
  subject: Subject,
  observe: () => Promise<ObservedCases>,
): Promise<{ readonly effects: Effects; readonly observation: ObservedCases }> {
  const observing = observe();
  // A failure is told when it is waited for, below.
  observing.catch(() => {});
  await eventsHandled();
  const effects = analyzeEffects(subject);
  await eventsHandled();
  subject.project.checkAsItStands(subject.file);
  return { effects, observation: await observing };
}

function describeSubject(subject: Subject) {
  const { listing } = subject;
  return {
    file: subject.file,
    name: listing.name,
    line: listing.line,
    kind: listing.kind,
    signature: subject.signature,
    textSha256: sha256(subject.text),
  };
}

// One kernel through the product's own stages: every strategy that keeps the work in one thread and one call, type-gated and compared with the
// original, and the version by hand as one more candidate. They are timed in fresh processes that take turns, by the product's own sampler; a
// variant's time is the least that one of its processes came to, since on a shared machine what is added to it is never its own. The product's
// judge has no part in it: its intervals need more processes than twenty kernels can have (bench:measurement tells what it is worth).
import path from 'node:path';
import ts from 'typescript';
import type { VariantBuilder } from '../../src/engine/build/variant-builder.ts';
import { gatherInputs } from '../../src/engine/inputs/gather-inputs.ts';
import { loadOriginal } from '../../src/engine/load-original.ts';
import { needsRenewal } from '../../src/engine/needs-renewal.ts';
import { observeCases } from '../../src/engine/observe-cases.ts';
import type { VariantRunner } from '../../src/engine/process/variant-runner.ts';
import { proposeCandidates } from '../../src/engine/propose-candidates.ts';
import { ReportDraft } from '../../src/engine/report-draft.ts';
import { analyzeEffects } from '../../src/engine/source/effects.ts';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import type { Projects } from '../../src/engine/source/project.ts';
import type { Subject } from '../../src/engine/source/subject.ts';
import { strategies } from '../../src/engine/strategies/catalog.ts';
import type { Strategy, StrategyId } from '../../src/engine/strategies/strategy.ts';
import { lookAtCandidates, thoroughComparison } from '../../src/engine/verify-candidates.ts';
import type { Reason } from '../../src/model/reason.ts';
import type { VariantBundle } from '../../src/model/variant.ts';
import type { KernelCase } from './kernels.ts';

export interface Entrant {
  /** A strategy's id, or 'by hand'. */
  readonly name: string;
  readonly variant: string;
  /** It takes and gives typed arrays, and is called with them. */
  readonly isTyped: boolean;
  /** Of one call. */
  readonly nanoseconds: number;
}

/** A strategy that has nothing in the race. */
export interface Absent {
  readonly name: string;
  readonly verdict: string;
  readonly reason: Reason;
}

export interface Race {
  readonly kernel: KernelCase;
  readonly baselineNs: number;
  readonly entrants: readonly Entrant[];
  readonly absent: readonly Absent[];
}

export interface RaceTools {
  readonly projects: Projects;
  readonly builder: VariantBuilder;
  readonly runner: VariantRunner;
  /** Processes of each variant, at least; up to three times as many until none finds a variant faster than those before. */
  readonly rounds: number;
}

export const byHandName = 'by hand';
/** The row in which the version by hand runs; the strategy of that name does not. */
const handRow = 'memoization';
const left: ReadonlySet<StrategyId> = new Set<StrategyId>(['workers', 'memoization', 'streaming-io']);
const seed = 11;
/** Bounds what comparing one candidate may take. */
const budgetMs = 10_000;
const [warmupMs, sampleMs] = [120, 120];
const deadlineMs = 60_000;
const mostRounds = 3;
/** A process that finds a variant faster than this share of the least before shows that there were too few. */
const settled = 0.97;

export async function raceKernel(kernel: KernelCase, { projects, builder, runner, rounds }: RaceTools): Promise<Race> {
  const { signal } = new AbortController();
  const select = { name: kernel.name };
  const options = {
    file: path.resolve(kernel.file),
    select,
    budgetMs,
    seed,
    nodePath: process.execPath,
    runtime: 'node' as const,
    allowWrite: [],
    sizes: [kernel.size],
  };
  const subject = openSubject(options, projects);
  const inputs = gatherInputs(subject, options);
  const original = await loadOriginal(subject, inputs, { builder, runner, seed, signal });
  const observation = await observeCases(kernel.name, original, runner, { seed, budgetMs, signal });
  const effects = analyzeEffects(subject);
  const context = { subject, effects, observed: observation.cases.map(({ observed }) => observed), hasSequence: false };
  const chosen = [...strategies.filter(({ id }) => !left.has(id)), byHand];
  const draft = draftFor(subject, await runner.environment());
  const stage = {
    subject,
    context,
    strategies: chosen,
    spared: [],
    reopen: (text: string) => openSubject({ ...options, text }, projects),
    inputs,
    original,
    observation,
    effects,
    builder,
    runner,
    draft,
    options,
    signal,
    clock: () => performance.now(),
    started: performance.now(),
    tell: () => undefined,
  };
  const hooks = { onDeclined: () => undefined, onFirst: () => undefined };
  const seen = await lookAtCandidates(await proposeCandidates(chosen, context, draft, hooks), stage);
  const verified = await thoroughComparison(stage)(seen, (standing) => standing);
  const [observed] = observation.cases;
  if (observed === undefined) throw new Error(`${kernel.name} has no case.`);
  const renewArguments = needsRenewal(observed.observed, effects);
  const variants = [original.baseline, ...verified.map(({ bundle }) => bundle)];
  const least = new Map<VariantBundle, number>();
  let isSettled = false;
  for (let round = 0; round < rounds || (!isSettled && round < mostRounds * rounds); round += 1) {
    isSettled = true;
    // Each round begins with another one.
    for (const variant of [...variants.slice(round % variants.length), ...variants.slice(0, round % variants.length)]) {
      const caseIndex = observed.listing.index;
      const timing = {
        workload: 'single',
        renewArguments,
        warmupMs,
        sampleMs,
        watchMemory: false,
        watchInputs: false,
      } as const;
      const outcome = await runner.run({ kind: 'sample', variant, seed, caseIndex, ...timing }, { deadlineMs, signal });
      if (!outcome.ok) continue;
      const before = least.get(variant) ?? Infinity;
      const time = Math.min(before, lowPercentile(outcome.answer.samples));
      if (time < before * settled) isSettled = false;
      least.set(variant, time);
    }
  }
  return {
    kernel,
    baselineNs: least.get(original.baseline) ?? Number.NaN,
    entrants: verified.map(({ candidate, bundle }) => ({
      name: nameOf(candidate.strategy),
      variant: candidate.variant,
      isTyped: candidate.signature === 'typed',
      nanoseconds: least.get(bundle) ?? Number.NaN,
    })),
    absent: draft.snapshot().results.flatMap(({ strategy, verdict, reasons: [reason] }) => {
      const isRacing = verified.some(({ candidate }) => candidate.strategy === strategy);
      return isRacing || reason === undefined ? [] : [{ name: nameOf(strategy), verdict, reason }];
    }),
  };
}

function nameOf(strategy: string): string {
  return strategy === handRow ? byHandName : strategy;
}

function lowPercentile(samples: readonly number[]): number {
  return samples.toSorted((a, b) => a - b)[Math.floor(samples.length / 10)] ?? Number.NaN;
}

function draftFor({ listing, file, signature }: Subject, environment: ReportDraft['environment']): ReportDraft {
  const { name, line, kind } = listing;
  const described = { file, name, line, kind, signature, textSha256: '' };
  return new ReportDraft(described, environment, { origin: 'declared', notes: [], cases: [] }, new Map());
}

/** Hands the call on to the function of the same name with ByHand behind it. */
const byHand: Strategy = {
  id: handRow,
  title: 'By hand',
  folklore: '',
  whenNotToUse: '',
  propose: ({ subject }) => {
    const { node, sourceFile, listing } = subject;
    const { body } = node;
    if (body === undefined || !ts.isBlock(body)) throw new Error(`${listing.name} has no block.`);
    const [start, end] = [body.getStart(sourceFile), body.getEnd()];
    const names = node.parameters.map((parameter) => parameter.name.getText(sourceFile)).join(', ');
    return {
      kind: 'candidates',
      candidates: [
        {
          strategy: handRow,
          variant: 'by-hand',
          summary: 'The version written by hand.',
          signature: 'same',
          files: [{ path: subject.file, edits: [{ start, end, text: `{ return ${listing.name}ByHand(${names}); }` }] }],
          dependencies: {},
          workload: 'single',
          tolerance: 'exact',
          caveats: [],
        },
      ],
    };
  },
};

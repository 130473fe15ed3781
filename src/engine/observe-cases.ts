// Observes the cases of the inputs on the baseline: what one call of each takes and does.
// Cases that fail or are far too slow for the budget are left out with a note; when none is left the run cannot go on.

import { failures } from './failures.ts';
import type { Original } from './load-original.ts';
import { mapInParallel } from './map-in-parallel.ts';
import type { CaseListing, ObserveAnswer, RunFailure } from './process/protocol.ts';
import type { VariantRunner } from './process/variant-runner.ts';

export interface ObservedCase {
  readonly listing: CaseListing;
  readonly observed: ObserveAnswer;
}

export interface ObservedCases {
  readonly cases: readonly ObservedCase[];
  /** Sentences about cases that were left out. */
  readonly notes: readonly string[];
}

export interface ObserveRun {
  readonly seed: number;
  readonly budgetMs: number;
  readonly signal: AbortSignal;
}

/** A call that takes more than this share of the budget cannot be measured several times within it. */
const slowestShareOfBudget = 0.2;
const shortestDeadlineMs = 5000;

/** Throws SpeedlensFailure when no case can be run. */
export async function observeCases(
  name: string,
  { baseline, listings }: Original,
  runner: VariantRunner,
  run: ObserveRun,
): Promise<ObservedCases> {
  const deadlineMs = Math.max(shortestDeadlineMs, run.budgetMs * slowestShareOfBudget * 2);
  const { cores } = await runner.environment();
  // Larger sizes of a function that ran out of time or memory would do so too.
  let hopeless = false;
  const outcomes = await mapInParallel(listings, cores, async (listing) => {
    if (hopeless) return undefined;
    const outcome = await runner.run(
      { kind: 'observe', variant: baseline, seed: run.seed, caseIndex: listing.index },
      { deadlineMs, signal: run.signal },
    );
    if (!outcome.ok) hopeless ||= outcome.failure.kind === 'timed-out' || outcome.failure.kind === 'out-of-memory';
    return { listing, outcome };
  });
  const cases: ObservedCase[] = [];
  const notes: string[] = [];
  let firstFailure: RunFailure | undefined;
  for (const one of outcomes) {
    if (one === undefined) continue;
    const { listing, outcome } = one;
    if (outcome.ok) cases.push({ listing, observed: outcome.answer });
    else {
      firstFailure ??= outcome.failure;
      notes.push(`${listing.label} was left out: ${outcome.failure.message}`);
    }
  }
  if (cases.length === 0)
    throw runFailure(
      name,
      firstFailure ?? { kind: 'crashed', message: 'no case could be run.', nextStep: 'Check the inputs.' },
    );
  const returning = cases.filter(({ observed }) => observed.outcome === 'returned');
  if (returning.length === 0) {
    const error = cases[0]?.observed.error ?? 'an error';
    throw failures.runFailed(
      name,
      `it throws on every case (${error}).`,
      'Check the inputs: Create Inputs File writes a module in which they can be given.',
    );
  }
  for (const { listing, observed } of cases) {
    if (observed.outcome === 'threw')
      notes.push(
        `${listing.label} was left out of the measurement: the function throws there (${observed.error ?? 'an error'}).`,
      );
  }
  return { cases: returning, notes };
}

function runFailure(name: string, failure: RunFailure) {
  return failures.runFailed(name, failure.message, failure.nextStep);
}

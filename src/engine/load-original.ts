// The baseline and its A/A twin: the text as it stands, through the same build as every rewrite, and the cases that it can be run on.
// The whole module is tried first; when it fails or hangs at load, the part of it that the function needs.

import type { VariantBundle } from '../model/variant.ts';
import type { BuildOutcome, VariantBuilder } from './build/variant-builder.ts';
import { failures } from './failures.ts';
import type { InputsModule } from './inputs/inputs-module.ts';
import type { CaseListing, RunFailure } from './process/protocol.ts';
import type { VariantRunner } from './process/variant-runner.ts';
import type { Subject } from './source/subject.ts';

export interface Original {
  readonly baseline: VariantBundle;
  readonly twin: VariantBundle;
  readonly listings: readonly CaseListing[];
  /** Whether only a part of the module is built; all variants of a run must agree on it. */
  readonly slice: boolean;
  /** Sentences for the report about what was built. */
  readonly notes: readonly string[];
}

export interface LoadTools {
  readonly builder: VariantBuilder;
  readonly runner: VariantRunner;
  readonly seed: number;
  readonly signal: AbortSignal;
}

const describeDeadlineMs = 30_000;

/** Throws SpeedlensFailure when the module cannot be built or loaded, or its inputs have no case. */
export async function loadOriginal(subject: Subject, inputs: InputsModule, tools: LoadTools): Promise<Original> {
  const whole = await tryLoad(subject, inputs, false, tools);
  if (whole.ok) return whole.original;
  if (!isAboutTheModule(whole.failure)) throw runFailure(subject, whole.failure);
  const part = await tryLoad(subject, inputs, true, tools).catch(() => undefined);
  // What the user has to mend is why the whole module failed, not why a part of it did.
  if (part?.ok !== true) throw runFailure(subject, whole.failure);
  const note = `The whole module could not be loaded (${whole.failure.message}), so only what the function needs of it was run.`;
  return { ...part.original, notes: [note, ...part.original.notes] };
}

type LoadOutcome =
  | { readonly ok: true; readonly original: Original }
  | { readonly ok: false; readonly failure: RunFailure };

async function tryLoad(subject: Subject, inputs: InputsModule, slice: boolean, tools: LoadTools): Promise<LoadOutcome> {
  const { builder, runner, seed, signal } = tools;
  const build = async (id: string) => built(subject, await builder.build({ id, subject, inputs, slice }, signal));
  const baseline = await build('baseline');
  const twin = await build('baseline-again');
  const task = { kind: 'describe', variant: baseline.bundle, seed } as const;
  const described = await runner.run(task, { deadlineMs: describeDeadlineMs, signal });
  if (!described.ok) return { ok: false, failure: described.failure };
  const listings = described.answer.cases;
  if (listings.length === 0) {
    const nextStep = 'Give the entry of the inputs module sizes, or a @bench tag.';
    throw failures.runFailed(subject.listing.name, 'its inputs have no case.', nextStep);
  }
  return {
    ok: true,
    original: { baseline: baseline.bundle, twin: twin.bundle, listings, slice, notes: baseline.notes },
  };
}

function built(subject: Subject, outcome: BuildOutcome) {
  if (!outcome.ok) throw failures.buildFailed(subject.listing.name, outcome.message, outcome.nextStep);
  return outcome;
}

function isAboutTheModule({ kind }: RunFailure): boolean {
  return kind === 'load-threw' || kind === 'load-timed-out' || kind === 'exited' || kind === 'denied';
}

function runFailure(subject: Subject, failure: RunFailure) {
  return failures.runFailed(subject.listing.name, failure.message, failure.nextStep);
}

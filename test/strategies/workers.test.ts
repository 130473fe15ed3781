import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createVariantBuilder } from '../../src/engine/build/create-variant-builder.ts';
import { workers } from '../../src/engine/strategies/workers/workers.ts';
import type { VariantModule } from '../../src/model/variant.ts';
import { type ExecuteRequest, testFixtures } from '../support/check-strategy.ts';
import { type ObservedOutcome, outcomeOf } from '../support/outcomes.ts';

/** Builds the candidate as a run does, with its worker file, and calls it on a real pool. */
async function executeOnPool({ subject, candidate, cases }: ExecuteRequest): Promise<readonly ObservedOutcome[]> {
  const temporaryRoot = mkdtempSync(join(tmpdir(), 'speedlens-workers-test-'));
  const builder = createVariantBuilder({ temporaryRoot });
  try {
    const inputs = { origin: 'declared' as const, notes: [], source: { kind: 'bench-tags' as const, expressions: ['[]'] } };
    const built = await builder.build({ id: 'workers', subject, inputs, candidate }, new AbortController().signal);
    if (!built.ok) throw new Error(built.message);
    const variant = (await import(pathToFileURL(built.bundle.entry).href)) as VariantModule;
    const calls = cases.calls?.() ?? [];
    try {
      return candidate.workload === 'batch' ? await batchOutcomes(variant, calls) : await singleOutcomes(variant, calls);
    } finally {
      await variant.dispose?.();
    }
  } finally {
    await builder.dispose();
    rmSync(temporaryRoot, { recursive: true });
  }
}

async function singleOutcomes(variant: VariantModule, calls: readonly (readonly unknown[])[]): Promise<ObservedOutcome[]> {
  const outcomes: ObservedOutcome[] = [];
  for (const args of calls) outcomes.push(await outcomeOf(() => variant.call(undefined, args), args));
  return outcomes;
}

/** Each call as a batch of its own, and all at once: the whole must give the same, or throw the first failure. */
async function batchOutcomes(variant: VariantModule, calls: readonly (readonly unknown[])[]): Promise<ObservedOutcome[]> {
  const outcomes: ObservedOutcome[] = [];
  for (const args of calls) {
    outcomes.push(await outcomeOf(async () => ((await variant.call(undefined, [args])) as unknown[])[0], args));
  }
  const whole = await outcomeOf(() => variant.call(undefined, calls), calls);
  const failure = outcomes.find(({ kind }) => kind === 'threw');
  const values = outcomes.map((outcome) => (outcome.kind === 'returned' ? outcome.value : undefined));
  expect(whole).toEqual(failure === undefined ? { kind: 'returned', value: values, args: calls } : { ...failure, args: calls });
  return outcomes;
}

testFixtures(workers, { execute: executeOnPool });

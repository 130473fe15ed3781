// Where the time of a call goes that waits for threads of its own: on real threads, with a variant that is built as in a run.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createVariantBuilder } from '../../../src/engine/build/create-variant-builder.ts';
import { waitingMovement } from '../../../src/engine/measure/child/waiting-movement.ts';
import type { WorkloadPlan } from '../../../src/engine/measure/child/workload.ts';
import { workers } from '../../../src/engine/strategies/workers/workers.ts';
import type { VariantModule } from '../../../src/model/variant.ts';
import { proposeOn, subjectOf } from '../../support/propose-on.ts';

const temporaryRoot = mkdtempSync(join(tmpdir(), 'speedlens-waiting-movement-test-'));
const builder = createVariantBuilder({ temporaryRoot });
let variant: VariantModule;

/** Of the function in a text, in the form that is asked for. */
async function built(source: string, form: string): Promise<VariantModule> {
  const subject = subjectOf(source, 'roots');
  const proposal = proposeOn(workers, subject);
  const candidate = proposal.kind === 'candidates' && proposal.candidates.find(({ variant }) => variant === form);
  if (!candidate) throw new Error(`There is no form ${form}.`);
  const inputs = {
    origin: 'declared' as const,
    notes: [],
    source: { kind: 'bench-tags' as const, expressions: ['[]'] },
  };
  const outcome = await builder.build({ id: form, subject, inputs, candidate }, new AbortController().signal);
  if (!outcome.ok) throw new Error(outcome.message);
  return (await import(pathToFileURL(outcome.bundle.entry).href)) as VariantModule;
}

const work = `function work(x: number): number {
  let s = x;
  for (let k = 0; k < 20000; k++) s = Math.sqrt(s + k);
  return s;
}
`;

beforeAll(async () => {
  variant = await built(
    `${work}export function roots(xs: number[]): number[] {
  const out: number[] = [];
  for (const x of xs) out.push(work(x));
  return out;
}
`,
    'loop-waiting',
  );
});
afterAll(async () => {
  await variant.dispose?.();
  await builder.dispose();
  rmSync(temporaryRoot, { recursive: true });
});

function planFor(xs: Iterable<number>): WorkloadPlan {
  return {
    callsPerEntry: 1,
    lengthIsFree: true,
    makeBlock: () => ({ receivers: [undefined], lists: [[xs]] }),
    reset: undefined,
    together: false,
  };
}

const numbers = Array.from({ length: 64 }, (_, i) => i);

it('the parts of a call are told, with the time until threads have started', async () => {
  const { movement } = await waitingMovement(variant, planFor(numbers), 0);
  if (movement === undefined) throw new Error('Threads that work have something to tell.');
  expect(movement.tasks).toBeGreaterThan(1);
  expect(movement.spawnMs).toBeGreaterThan(0);
  expect(movement.computeNs).toBeGreaterThan(0);
  expect(movement.sendNs).toBeGreaterThan(0);
  expect(movement.receiveNs).toBeGreaterThan(0);
  expect(movement.callNs).toBeGreaterThan(movement.callerNs);
  // What a thread takes at most is the whole call, and so is what goes by outside of it.
  expect(movement.computeNs).toBeLessThanOrEqual(movement.callNs * movement.threads);
});

it.each<[form: string, source: string, given: Iterable<number>]>([
  ['array-map-waiting', 'export const roots = (xs: number[]): number[] => xs.map(work);\n', numbers],
  [
    'typed-map-waiting',
    'export const roots = (xs: Float64Array): Float64Array => xs.map(work);\n',
    Float64Array.from(numbers),
  ],
  [
    'loop-in-place-waiting',
    `export function roots(xs: number[]): Float64Array {
  const out = new Float64Array(xs.length);
  for (let i = 0; i < xs.length; i++) out[i] = work(xs[i]!);
  return out;
}
`,
    numbers,
  ],
  [
    'loop-changing-waiting',
    `export function roots(xs: Float64Array): void {
  for (let i = 0; i < xs.length; i++) xs[i] = work(xs[i]!);
}
`,
    Float64Array.from(numbers),
  ],
])('so they are for %s', async (form, source, given) => {
  const other = await built(work + source, form);
  const { movement } = await waitingMovement(other, planFor(given), 0);
  await other.dispose?.();
  if (movement === undefined) throw new Error('Threads that work have something to tell.');
  expect(movement.threads).toBeGreaterThan(1);
  for (const part of ['spawnMs', 'sendNs', 'computeNs', 'receiveNs'] as const)
    expect(movement[part]).toBeGreaterThan(0);
});

it('the threads are afterwards what they were, and none is left', async () => {
  const threads = variant.waiting?.threads();
  const run = threads?.run;
  const before = variant.call(undefined, [numbers]);
  await waitingMovement(variant, planFor(numbers), 0);
  expect(threads?.run).toBe(run);
  expect((process.report.getReport() as { readonly workers: readonly unknown[] }).workers).toHaveLength(0);
  expect(variant.call(undefined, [numbers])).toEqual(before);
});

it('nothing is told where the work is too small to be handed out, where calls fail, or where there are no threads', async () => {
  expect(await waitingMovement(variant, planFor([1]), 0)).toEqual({});
  expect(await waitingMovement(variant, planFor(undefined as unknown as number[]), 0)).toEqual({});
  expect(await waitingMovement({ call: () => 1, inputs: {} }, planFor(numbers), 0)).toEqual({});
});

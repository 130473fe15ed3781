import { expect, it } from 'vitest';
import type { ObservedCase } from '../../src/engine/observe-cases.ts';
import { withSizeGuard } from '../../src/engine/size-guard.ts';
import { applyEdits } from '../../src/engine/source/edits.ts';
import type { Candidate } from '../../src/engine/strategies/strategy.ts';
import { workers } from '../../src/engine/strategies/workers/workers.ts';
import type { PayingSizes } from '../../src/model/report.ts';
import { proposeOn, subjectOf } from '../support/propose-on.ts';

const from = (size: number): PayingSizes => ({ measured: 'from', crossing: { size, low: size / 2, high: size * 2 } });
const sized = (size: number, length = size): ObservedCase =>
  ({
    listing: { index: 0, label: '', size },
    observed: { arguments: [{ kind: 'array', length }] },
  }) as unknown as ObservedCase;

const loop = (body: string) =>
  `function cost(x: number): number {\n  let s = x;\n  for (let k = 0; k < 9; k++) s = Math.sin(s);\n  return s;\n}\n\n${body}`;
const collecting = loop(
  'export function costs(xs: number[]): number[] {\n  const out: number[] = [];\n  for (const x of xs) out.push(cost(x));\n  return out;\n}\n',
);

function candidateOf(text: string): { readonly text: string; readonly candidate: Candidate } {
  const subject = subjectOf(text, 'costs');
  const proposal = proposeOn(workers, subject);
  if (proposal.kind === 'declined') throw new Error('declined');
  const candidate = proposal.candidates.find(({ poolExpression }) => poolExpression !== undefined);
  if (candidate === undefined) throw new Error('There is no form with a pool.');
  return { text: subject.text, candidate };
}

it('inputs below the measured break-even are left to the original, with the unit in a comment', () => {
  const { text, candidate } = candidateOf(collecting);
  const guarded = withSizeGuard(candidate, from(12_345), [sized(1000), sized(100_000)], '\n');
  expect(guarded?.fewest).toBe(12_000);
  expect(
    applyEdits(text, guarded?.files[0]?.edits ?? []),
  ).toContain(`export async function costsParallel(xs: number[]): Promise<number[]> {
  // Measured in iterations: below that, handing them over takes longer than the work.
  if (xs.length < 12_000) return costs(xs);
  const out: number[] = [];`);
});

it('the form that waits does what is small itself, in one part and without shared memory', () => {
  const subject = subjectOf(collecting, 'costs');
  const proposal = proposeOn(workers, subject);
  const candidate =
    proposal.kind === 'candidates' && proposal.candidates.find(({ variant }) => variant === 'loop-waiting');
  if (!candidate) throw new Error('There is no form that waits.');
  const guarded = withSizeGuard(candidate, from(500), [sized(100)], '\n');
  expect(
    applyEdits(subject.text, guarded?.files[0]?.edits ?? []),
  ).toContain(`function costsOnThreads(xs: number[]): ReturnType<typeof shared>[] {
  // Measured in iterations: below that, handing them over takes longer than the work.
  if (xs.length < 500) return [costsChunk(xs)];
  // A few parts`);
});

it('a map is guarded by the length of its array, and a loop that counts to a number by the number', () => {
  const map = candidateOf(
    loop('export function costs(xs: number[], k: number): number[] {\n  return xs.map((x) => cost(x) * k);\n}\n'),
  );
  expect(map.candidate.sizeGuard).toMatchObject({ parameter: 0, counts: 'length', original: 'costs(xs, k)' });
  const counting = candidateOf(
    loop(
      'export function costs(k: number, n: number): number {\n  let s = 0;\n  for (let i = 0; i < n; i++) s += cost(i * k);\n  return s;\n}\n',
    ),
  );
  expect(counting.candidate.sizeGuard).toMatchObject({ parameter: 1, counts: 'value', count: 'n' });
});

it('nothing is guarded without a break-even, or where the sizes are not what is handed out', () => {
  const { candidate } = candidateOf(collecting);
  expect(withSizeGuard(candidate, undefined, [sized(1000)], '\n')).toBeUndefined();
  expect(withSizeGuard(candidate, { measured: 'all' }, [sized(1000)], '\n')).toBeUndefined();
  expect(withSizeGuard(candidate, from(50), [sized(1000, 1_000_000)], '\n')).toBeUndefined();
});

it('a parameter that may be missing, or that is taken apart, is no count', () => {
  for (const parameters of ['xs: number[] = []', '{ xs }: { xs: number[] }', '...xs: number[]']) {
    const { candidate } = candidateOf(collecting.replace('costs(xs: number[])', `costs(${parameters})`));
    expect(candidate.sizeGuard).toBeUndefined();
  }
});

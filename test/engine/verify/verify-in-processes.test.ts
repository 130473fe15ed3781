import { mkdtemp, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BenchmarkProcesses, createBenchmarkProcesses } from '../../../src/engine/process/benchmark-process.ts';
import { type Verification, verifyCandidate } from '../../../src/engine/verify/verify-candidate.ts';
import { type BundledChild, bundleChild } from '../../support/bundle-child.ts';
import { type VariantFolder, variantFolder } from '../process/write-variant.ts';

const numbers = 'export const inputs = { sizes: [6, 9], args: (n) => [n] };';
const cases = [
  { index: 0, label: 'n = 6', size: 6 },
  { index: 1, label: 'n = 9', size: 9 },
];

let child: BundledChild;
let variants: VariantFolder;
let scratch: string;
let processes: BenchmarkProcesses;

beforeAll(async () => {
  child = await bundleChild();
  variants = await variantFolder();
  scratch = await realpath(await mkdtemp(path.join(os.tmpdir(), 'speedlens-verify-')));
  processes = createBenchmarkProcesses({
    nodePath: process.execPath,
    runtime: 'node',
    childEntry: child.entry,
    temporaryFolder: scratch,
    allowWrite: [],
  });
});

afterAll(async () => {
  await processes.dispose();
  await Promise.all([child.remove(), variants.remove(), rm(scratch, { recursive: true })]);
});

async function verify(
  baseline: string,
  candidate: string,
  more: { readonly callDeadlineMs?: number } = {},
): Promise<Verification> {
  const bundles = await Promise.all([variants.write(baseline), variants.write(candidate, 'memoization/map')]);
  return verifyCandidate(bundles[0], bundles[1], { cases, batch: false, tolerance: 'exact' }, processes, {
    signal: new AbortController().signal,
    seed: 1,
    budgetMs: 2_000,
    ...more,
  });
}

const calling = (source: string, inputs = numbers): string =>
  `${inputs}\nconst subject = ${source};\nexport const call = (receiver, args) => subject.apply(receiver, args);`;

describe('verifyCandidate in real processes', () => {
  it('passes a right rewrite and refutes a wrong one', async () => {
    const square = calling('(n) => n * n');
    expect(await verify(square, calling('(n) => n ** 2'))).toMatchObject({
      kind: 'equivalent',
      summary: { tolerance: 'exact' },
    });
    const wrong = await verify(square, calling('(n) => Math.imul(n, n)'));
    expect(wrong.kind).toBe('not-equivalent');
    expect(wrong.summary.counterexample?.args).toBeDefined();
  });

  it('compares classes that exist once in each bundle', async () => {
    const grid = (body: string): string => `
      class Grid { constructor(n) { this.cells = Array.from({ length: n }, (_, i) => i); } step(by) { ${body} } }
      export const inputs = { sizes: [6, 9], args: (n) => [n], receiver: (n) => new Grid(n) };
      export const call = (receiver, args) => receiver.step(...args);`;
    const map = grid('this.cells = this.cells.map((x) => x + by); return this;');
    expect(
      (
        await verify(
          map,
          grid('const next = []; for (const x of this.cells) next.push(x + by); this.cells = next; return this;'),
        )
      ).kind,
    ).toBe('equivalent');
    const inPlace = await verify(
      map,
      grid('for (let i = 0; i < this.cells.length; i++) this.cells[i] += by + (i === 5 ? 1 : 0); return this;'),
    );
    expect(inPlace.kind).toBe('not-equivalent');
    expect(inPlace.summary.counterexample?.args).toContain('this: Grid');
  });

  it('survives a candidate that loops for ever', async () => {
    const verification = await verify(calling('(n) => n'), calling('(n) => { for (;;); }'), { callDeadlineMs: 300 });
    expect(verification.kind).toBe('not-equivalent');
    expect(verification.summary.counterexample?.actual).toBe('does not end within the time limit');
  });

  it('keeps its verdict when a generated case ends the process', async () => {
    const exits = calling('(n) => { if (n === 0.5) process.exit(3); return n; }');
    const verification = await verify(exits, exits);
    expect(verification.kind).toBe('equivalent');
    expect(verification.reasons.find(({ code }) => code === 'E5')?.message).toContain('edges');
  });

  it('does not let a talkative function flood the pipe', async () => {
    const talks = calling('(n) => { console.log("x".repeat(20_000)); return n; }');
    expect((await verify(talks, talks)).kind).toBe('equivalent');
  });

  it('claims nothing about a function that only throws', async () => {
    const throws = calling('() => { throw new Error("always"); }');
    expect((await verify(throws, throws)).kind).toBe('not-verified');
  });
});

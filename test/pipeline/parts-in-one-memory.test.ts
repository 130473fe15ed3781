// WebAssembly for the parts that threads do: what the whole looks like, and which call may use which memory.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { combineCandidates } from '../../src/engine/combine-candidates.ts';
import { analyzeEffects } from '../../src/engine/source/effects.ts';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import type { Candidate } from '../../src/engine/strategies/strategy.ts';
import { webassembly } from '../../src/engine/strategies/webassembly/webassembly.ts';
import { workers } from '../../src/engine/strategies/workers/workers.ts';
import { editedText, projects, subjectOf } from '../support/propose-on.ts';

const settle = `export function settle(xs: Float64Array, rounds: number): Float64Array {
  const out = new Float64Array(xs.length);
  for (let i = 0; i < xs.length; i++) {
    let v = xs[i]!;
    for (let k = 0; k < rounds; k++) v = v - ((v * v - 2) * 0.25) / (1 + v * v);
    out[i] = v;
  }
  return out;
}
`;
const inJavaScript = settle.replaceAll(/: \w+/g, '').replace('xs[i]!', 'xs[i]');

interface Combined {
  readonly candidate: Candidate;
  readonly text: string;
  /** Sentences of the compiler. */
  readonly problems: readonly string[];
}

/** `outer` is the variant of the workers strategy that is combined with WebAssembly. */
function combined(source: string, outer: string, file = 'sample.ts'): Combined | undefined {
  const subject = subjectOf(source, undefined, file);
  const context = { subject, effects: analyzeEffects(subject), observed: [], hasSequence: false };
  const strategies = [workers, webassembly];
  const [spread, kernel] = strategies.map((strategy) => {
    const proposal = strategy.propose(context);
    if (proposal.kind === 'declined') throw new Error(proposal.reasons[0].message);
    return proposal.candidates.find(({ variant }) => variant === outer || variant === 'kernel');
  });
  if (spread === undefined || kernel === undefined) throw new Error('Both were expected to offer something.');
  const reopen = (text: string, name = subject.listing.name) =>
    openSubject({ file: subject.file, text, select: { name } }, projects);
  const candidate = combineCandidates(kernel, spread, { context, strategies, reopen });
  if (candidate === undefined) return undefined;
  const text = editedText(subject, candidate);
  const others = candidate.files.flatMap(({ path, newText }) =>
    newText === undefined ? [] : [[path, newText] as const],
  );
  const problems = subject.project.diagnosticsAddedBy(new Map([[subject.file, text], ...others]));
  return { candidate, text, problems: problems.map(({ message }) => message) };
}

test('the parts of a loop run in one memory that all threads see; without it they run as they did', () => {
  const whole = combined(settle, 'loop-in-place-waiting');
  expect(whole?.problems).toEqual([]);
  expect(whole?.candidate).toMatchObject({
    strategy: 'webassembly+workers',
    variant: 'kernel+loop-in-place-waiting',
    signature: 'same',
    workload: 'single',
  });
  expect(whole?.candidate.files.map(({ path }) => basename(path))).toEqual([
    'sample.ts',
    'sample.settle.threads.ts',
    'sample.worker.ts',
    'sample.settle-chunk.wasm.ts',
  ]);
  expect(whole?.text).toContain('const sharedXs = kernelMemory?.copies.xs ?? sharedFloat64Array(xs);');
  expect(whole?.text).toContain(
    'if (memory !== undefined && settleChunkKernel(memory, xs, rounds, out, start, end)) return;',
  );
  expect(whole?.text).toMatch(/out\.set\(sharedOut\);\s+kernelMemory\?\.giveBack\(\);/);
  const messages = whole?.candidate.caveats.map(({ message }) => message).join(' ');
  expect(messages).toContain('Each call copies `xs` into shared memory.');
  expect(messages).not.toContain('start is an integer');
});

test('a pool in the place of threads that are waited for leads to the same whole', () => {
  expect(combined(settle, 'loop-in-place')?.candidate.variant).toBe('kernel+loop-in-place-waiting');
});

test('what a part changes is not changed twice: a kernel that may fail in the middle is left out', () => {
  const changing = `export function warm(xs: Float64Array, by: Float64Array, ahead: number): void {
  for (let i = 0; i < xs.length; i++) {
    let v = xs[i]!;
    for (let k = 0; k < 30; k++) v = v * 0.5 + by[i + ahead]!;
    xs[i] = v;
  }
}
`;
  expect(combined(changing, 'loop-changing-waiting')).toBeUndefined();
});

interface KernelFile {
  settleChunkMemory(xs: unknown, out: unknown): Taken | undefined;
  settleChunkKernel(memory: WebAssembly.Memory, ...part: readonly unknown[]): boolean;
}

interface Taken {
  readonly memory: WebAssembly.Memory;
  readonly copies: { readonly xs: Float64Array; readonly out: Float64Array };
  giveBack(): void;
}

/** The file of the kernel, of code without types whose arguments were checked. */
async function kernelFile(): Promise<KernelFile> {
  const text = inJavaScript.replace('export', '/** @param {Float64Array} xs @param {number} rounds */\nexport');
  const file = combined(text, 'loop-in-place-waiting', 'sample.js')?.candidate.files.at(-1);
  const folder = mkdtempSync(join(tmpdir(), 'speedlens-part-kernel-'));
  try {
    writeFileSync(join(folder, 'kernel.mjs'), file?.newText ?? '');
    return (await import(pathToFileURL(join(folder, 'kernel.mjs')).href)) as KernelFile;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function taken(answer: Taken | undefined): Taken {
  if (answer === undefined) throw new Error('There is memory.');
  return answer;
}

test('a memory goes to one call at a time, and to the next one only when it was given back and nobody is at work there', async () => {
  const { settleChunkMemory, settleChunkKernel } = await kernelFile();
  const [xs, out] = [Float64Array.of(0.5, -0, 3, Number.NaN), new Float64Array(4)];
  const [first, second] = [taken(settleChunkMemory(xs, out)), taken(settleChunkMemory(xs, out))];
  expect(second.memory).not.toBe(first.memory);
  const { copies, memory } = first;
  expect(settleChunkKernel(memory, copies.xs, 1, copies.out, 1, 4)).toBe(true);
  expect([...copies.out]).toEqual([0, 0.5, 3 - 1.75 / 10, Number.NaN]);
  expect(out).toEqual(new Float64Array(4));
  first.giveBack();
  const third = taken(settleChunkMemory(new Float64Array(100_000), out));
  expect(third.memory).toBe(memory);
  expect(third.copies.xs.length).toBe(100_000);
  // What the kernel does not do, the original does there, and may be given up while it does.
  expect(settleChunkKernel(third.memory, third.copies.xs, 1, third.copies.out, 0, 5)).toBe(false);
  third.giveBack();
  expect(taken(settleChunkMemory(xs, out)).memory).not.toBe(memory);
});

test('what is no such array, or would not fit, gets no memory', async () => {
  const { settleChunkMemory } = await kernelFile();
  expect(settleChunkMemory([1, 2], new Float64Array(2))).toBeUndefined();
  const huge = new Float64Array(2 ** 27);
  expect(settleChunkMemory(huge, new Float64Array(1))).toBeUndefined();
  expect(settleChunkMemory(Float64Array.of(1), new Float64Array(1))).toBeDefined();
});

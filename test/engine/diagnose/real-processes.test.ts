// The diagnose task in real processes, from TypeScript sources to lines: which line is hotter, which was deoptimised, never how fast.
import { readdirSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVariantBuilder } from '../../../src/engine/build/create-variant-builder.ts';
import type { VariantBuilder } from '../../../src/engine/build/variant-builder.ts';
import { type CodeTiers, codeTiers } from '../../../src/engine/diagnose/code-tiers.ts';
import { explainTime } from '../../../src/engine/diagnose/explain-time.ts';
import { type BenchmarkProcesses, createBenchmarkProcesses } from '../../../src/engine/process/benchmark-process.ts';
import type { DiagnoseTask } from '../../../src/engine/process/protocol.ts';
import type { WhySlow } from '../../../src/model/why-slow.ts';
import { type BundledChild, bundleChild } from '../../support/bundle-child.ts';
import { type ScratchProject, scratchProject, subjectAt } from '../build/scratch-project.ts';

let child: BundledChild;
let scratch: string;
let processes: BenchmarkProcesses;
let builder: VariantBuilder;
const projects: ScratchProject[] = [];
beforeAll(async () => {
  child = await bundleChild();
  scratch = await realpath(await mkdtemp(path.join(os.tmpdir(), 'speedlens-diagnose-')));
  builder = createVariantBuilder();
  processes = createBenchmarkProcesses({
    nodePath: process.execPath,
    runtime: 'node',
    childEntry: child.entry,
    temporaryFolder: scratch,
    allowWrite: [],
  });
});
afterAll(async () => {
  await Promise.all([processes.dispose(), builder.dispose(), child.remove()]);
  for (const project of projects) project.remove();
  await rm(scratch, { recursive: true });
});

async function diagnose(files: Readonly<Record<string, string>>, more: Partial<DiagnoseTask> = {}) {
  const project = scratchProject(files);
  projects.push(project);
  const subject = subjectAt(project, 'hot.ts', { kind: 'binding', name: 'hot' });
  const inputsFile = project.file('hot.inputs.ts');
  const signal = new AbortController().signal;
  const built = await builder.build(
    {
      id: 'baseline',
      subject,
      inputs: { origin: 'declared', notes: [], source: { kind: 'file', path: inputsFile, key: 'hot' } },
    },
    signal,
  );
  if (!built.ok) throw new Error(built.message);
  const task: DiagnoseTask = {
    kind: 'diagnose',
    variant: built.bundle,
    seed: 1,
    caseIndex: 0,
    workload: 'single',
    renewArguments: false,
    detail: 'lines',
    warmupMs: 120,
    sampleMs: 200,
    ...more,
  };
  const outcome = await processes.run(task, { deadlineMs: 30_000, signal });
  const { file, text } = subject;
  const explain = (): WhySlow => {
    if (!outcome.ok) throw new Error(outcome.failure.message);
    return explainTime(outcome.answer, { bundle: built.bundle, file, text, inputsFile, caseLabel: 'n' }, undefined);
  };
  const tiers = (): CodeTiers => {
    const found = outcome.ok ? codeTiers(outcome.answer, { bundle: built.bundle, file, text, inputsFile }) : undefined;
    if (found === undefined) throw new Error('no tiers were told');
    return found;
  };
  return { outcome, explain, tiers };
}

const inputs = (args: string) => `export default { hot: { sizes: [2000], args: (n: number) => ${args} } };\n`;

/** 1-based line of the first line that contains the words. */
function lineOf(text: string, words: string): number {
  return text.split('\n').findIndex((line) => line.includes(words)) + 1;
}

describe('the lines of a function', () => {
  it('are found in TypeScript, the costly one first, with its text', async () => {
    const text = `interface Row { weight: number }
      export function hot(rows: readonly Row[], n: number): number {
        let cheap: number = 0;
        for (const row of rows) cheap += row.weight;
        let costly: number = 0;
        for (let i = 0; i < n; i++) {
          costly += Math.sqrt(i) / (1 + (i % 7));
        }
        return cheap + costly;
      }`;
    const { explain } = await diagnose({
      'hot.ts': text,
      'hot.inputs.ts': inputs('[[{ weight: 1 }, { weight: 2 }], n]'),
    });
    const { lines, samples } = explain();
    expect(lines[0]).toMatchObject({
      line: lineOf(text, 'costly +='),
      text: 'costly += Math.sqrt(i) / (1 + (i % 7));',
    });
    expect(samples).toBeGreaterThan(50);
  });

  it('of helpers count for themselves, inlined or in a file of their own', async () => {
    const text = `import { far } from './far.ts';
      function near(x: number): number {
        let sum = 0;
        for (let i = 0; i < 20; i++) {
          sum += Math.sqrt(x + i);
        }
        return sum;
      }
      export function hot(n: number): number {
        let sum = 0;
        for (let i = 0; i < n; i++) sum += near(i) + far(i);
        return sum;
      }`;
    const { explain } = await diagnose({
      'hot.ts': text,
      'far.ts':
        'export function far(x: number): number {\n  let sum = 0;\n  for (let i = 0; i < 20; i++) {\n    sum += Math.sqrt(x * i);\n  }\n  return sum;\n}\n',
      'hot.inputs.ts': inputs('[n]'),
    });
    // Samples land a little late, so which line of a tight loop gets most is the processor's choice.
    const [own, other] = [false, true].map((isOther) =>
      explain().lines.filter(({ file }) => (file?.endsWith('far.ts') === true) === isOther),
    );
    expect(own?.map((line) => line.text)).toContain('for (let i = 0; i < 20; i++) {');
    expect(own?.[0]?.line).toBeLessThan(lineOf(text, 'export function hot'));
    expect(other?.length).toBeGreaterThan(0);
  });

  it('are charged with the builtins that they call, by name', async () => {
    const text = `export function hot(list: readonly number[]): number {
        const copy = [...list];
        copy.sort();
        return copy[0] ?? 0;
      }`;
    const { explain } = await diagnose({
      'hot.ts': text,
      'hot.inputs.ts': inputs('[Array.from({ length: n }, (_, i) => (i * 7919) % n)]'),
    });
    const [hottest] = explain().lines;
    expect(hottest?.line).toBe(lineOf(text, 'copy.sort'));
    expect(hottest?.callees.map(({ name }) => name)).toContain('Array.prototype.sort');
  });

  it('of an asynchronous function are found behind its awaits', async () => {
    const text = `export async function hot(n: number): Promise<number> {
        let sum = 0;
        for (let round = 0; round < 5; round++) {
          await null;
          for (let i = 0; i < n; i++) sum += Math.sqrt(i + round);
        }
        return sum;
      }`;
    const { explain } = await diagnose({ 'hot.ts': text, 'hot.inputs.ts': inputs('[n]') });
    expect(explain().lines[0]?.line).toBe(lineOf(text, 'sum += Math.sqrt'));
  });

  it('are not those of the inputs, however long these take to make', async () => {
    const text = `export function hot(list: number[]): number {
        let sum = 0;
        for (const x of list) sum += Math.sqrt(x);
        return sum;
      }`;
    const slow =
      'export default { hot: { sizes: [2000], args: (n: number) => { const list = []; for (let i = 0; i < 20 * n; i++) { list[i % n] = Math.sin(i); } return [list]; } } };';
    const { explain } = await diagnose({ 'hot.ts': text, 'hot.inputs.ts': slow }, { renewArguments: true });
    const { lines, inputs: inInputs, collector } = explain();
    expect(inInputs).toBe(0);
    expect(collector).toBeUndefined();
    expect(lines[0]?.line).toBe(lineOf(text, 'sum += Math.sqrt'));
  });
});

it('the garbage collector gets its share of a function that allocates', async () => {
  const text = `export function hot(n: number): object[] {
      const rows: object[] = [];
      for (let i = 0; i < n * 50; i++) rows.push({ i, list: [i] });
      return rows;
    }`;
  const { explain } = await diagnose({ 'hot.ts': text, 'hot.inputs.ts': inputs('[n]') });
  expect(explain().collector).toBeGreaterThan(0);
});

it('a deoptimisation is told with its line, V8’s reason and a sentence', async () => {
  // One shape for so many calls that V8 has optimised for it, then another.
  const text = `interface Box { value: number }
    let calls = 0;
    const boxes: Box[] = [{ value: 1 }, { other: 2, value: 3 } as Box];
    export function hot(n: number): number {
      const box = boxes[(calls++ >> 10) & 1] as Box;
      let sum = 0;
      for (let i = 0; i < n; i++) {
        sum += box.value;
      }
      return sum;
    }`;
  const { tiers } = await diagnose({ 'hot.ts': text, 'hot.inputs.ts': inputs('[n]') }, { detail: 'tiers' });
  const { deopts } = tiers();
  const deopt = deopts.find(({ line, reason }) => line === lineOf(text, 'sum += box.value') && /map/.test(reason));
  expect(deopt?.sentence).toMatch(/shape/);
  expect((deopt?.duringWarmUp ?? 0) + (deopt?.whileWarm ?? 0)).toBeGreaterThan(0);
});

describe('how far a function was compiled', () => {
  it('is told by the code that its time was spent in, with V8 as it is while timing', async () => {
    const text = `export function hot(n: number): number {
        let sum = 0;
        for (let i = 0; i < n; i++) sum += Math.sqrt(i);
        return sum;
      }`;
    const { tiers } = await diagnose({ 'hot.ts': text, 'hot.inputs.ts': inputs('[n]') }, { detail: 'tiers' });
    const { shares, samples } = tiers();
    expect(samples).toBeGreaterThan(50);
    expect(shares.turbofan + shares.maglev).toBeGreaterThan(0.5);
    expect(shares.turbofan + shares.maglev + shares.baseline + shares.interpreter).toBeCloseTo(1);
  });

  it('is seen when V8 may not optimise it', async () => {
    const text = `import v8 from 'node:v8';
      v8.setFlagsFromString('--no-opt');
      v8.setFlagsFromString('--no-maglev');
      v8.setFlagsFromString('--no-sparkplug');
      export function hot(n: number): number {
        let sum = 0;
        for (let i = 0; i < n; i++) sum += Math.sqrt(i);
        return sum;
      }`;
    const { tiers } = await diagnose({ 'hot.ts': text, 'hot.inputs.ts': inputs('[n]') }, { detail: 'tiers' });
    expect(tiers().shares.interpreter).toBeGreaterThan(0.9);
  });
});

describe('the process', () => {
  it('may start threads of its own: each has its own log, and none stays', async () => {
    const text = `import { Worker } from 'node:worker_threads';
      const worker = new Worker('setInterval(() => {}, 1000)', { eval: true });
      worker.unref();
      export function hot(n: number): number {
        let sum = 0;
        for (let i = 0; i < n; i++) sum += Math.sqrt(i);
        return sum;
      }`;
    const { explain } = await diagnose({ 'hot.ts': text, 'hot.inputs.ts': inputs('[n]') });
    expect(explain().lines[0]?.line).toBe(lineOf(text, 'sum += Math.sqrt'));
    expect(readdirSync(scratch, { recursive: true }).filter((name) => String(name).includes('.log'))).toEqual([]);
  });

  it('leaves no log behind, and what it prints is not counted as the user’s output', async () => {
    const { outcome } = await diagnose({
      'hot.ts': 'export function hot(n: number): number {\n  return n + 1;\n}\n',
      'hot.inputs.ts': inputs('[n]'),
    });
    expect(outcome.ok).toBe(true);
    expect(readdirSync(scratch, { recursive: true }).filter((name) => String(name).includes('.log'))).toEqual([]);
  });

  it('is kept in the same bounds as any other: writing outside of its folder is refused', async () => {
    const text = `import { writeFileSync } from 'node:fs';
      export function hot(n: number): number {
        writeFileSync(import.meta.dirname + '/written.txt', 'x');
        return n;
      }`;
    const { outcome } = await diagnose({ 'hot.ts': text, 'hot.inputs.ts': inputs('[n]') });
    expect(outcome.ok ? 'answered' : outcome.failure.kind).toBe('denied');
  });

  it('that diagnoses an error of the function tells it', async () => {
    const { outcome } = await diagnose({
      'hot.ts': "export function hot(n: number): number {\n  throw new Error('no ' + n);\n}\n",
      'hot.inputs.ts': inputs('[n]'),
    });
    expect(outcome.ok ? 'answered' : outcome.failure).toMatchObject({ kind: 'call-threw' });
  });
});

// The rows of the integrity panel on real functions in real benchmark processes: what is wrong with the code, the inputs or the machine turns
// its row red, and only that.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHECK, integrityChecks } from '../../../src/engine/judge/integrity-checks.ts';
import { createSampler } from '../../../src/engine/measure/child/sampler.ts';
import { planWorkload } from '../../../src/engine/measure/child/workload.ts';
import { inputsOfCase } from '../../../src/engine/process/child/cases.ts';
import type { SampleAnswer, SampleTask, SamplingFacts } from '../../../src/engine/process/protocol.ts';
import { type SamplingProcesses, sampleTask, samplingProcesses } from './sampling-processes.ts';

let processes: SamplingProcesses;
beforeAll(async () => {
  processes = await samplingProcesses();
});
afterAll(() => processes.dispose());

function sampled(body: string, more: Partial<SampleTask> = {}): Promise<SampleAnswer> {
  return processes.sampled(body, more);
}

/** Names of the red rows that are about the code, not about the machine that runs this test. */
function redRows(...answers: readonly { steady: boolean; facts?: SamplingFacts }[]): string[] {
  const ofTheMachine: readonly string[] = [CHECK.steadyState, CHECK.machineLoad, CHECK.harnessNotInlined];
  return panel(...answers)
    .filter(({ check, ok }) => !ok && !ofTheMachine.includes(check))
    .map(({ check }) => check);
}

function panel(...answers: readonly { steady: boolean; facts?: SamplingFacts }[]) {
  const known = { rounds: 8, deterministic: true, isIdle: true, mayWait: false, sameCodeDifference: 0.01 };
  return integrityChecks({ series: [answers], ...known });
}

const sort = 'export const call = (receiver, [list]) => { list.sort((a, b) => a - b); return list[0]; };';

describe('a function and inputs without fault', () => {
  it('turn no row red, whether arguments are shared or renewed', async () => {
    const sum = 'export const call = (receiver, [list]) => list.reduce((s, x) => s + x, 0);';
    const inputs = 'export const inputs = { sizes: [50], args: (n, random) => [Array.from({ length: n }, random)] };';
    expect(redRows(await sampled(`${sum}${inputs}`))).toEqual([]);
    expect(redRows(await sampled(`${sort}${inputs}`, { renewArguments: true }))).toEqual([]);
    expect(redRows(await sampled(`export const call = async (receiver, [list]) => list.length;${inputs}`))).toEqual([]);
  });

  it('nor does it when calls stand in a sequence or a batch, one after another or handed over at once', async () => {
    const inputs = `export const inputs = { sizes: [50], args: (n) => [n], sequence: (n) => [[n], [n + 1], [n + 2]] };`;
    const one = 'export const call = (receiver, [n]) => n * 2;';
    const awaited = 'export const call = async (receiver, [n]) => n * 2;';
    const many = 'export const call = (receiver, lists) => lists.map(([n]) => n * 2);';
    const answers = [
      await sampled(`${one}${inputs}`, { workload: 'sequence' }),
      await sampled(`${one}${inputs}`, { workload: 'batch', batchCalls: 5, oneByOne: true }),
      await sampled(`${awaited}${inputs}`, { workload: 'batch', batchCalls: 5, oneByOne: true }),
      await sampled(`${many}${inputs}`, { workload: 'batch', batchCalls: 5 }),
    ];
    expect(answers.map(({ facts }) => facts?.result)).toEqual(['same', 'same', 'same', 'same']);
    expect(redRows(...answers)).toEqual([]);
  });

  it('nor does an object that calls share and leave alone, though arguments are renewed', async () => {
    const body = `
      const options = { order: 1 };
      export const call = (receiver, [list, { order }]) => { list.sort((a, b) => order * (a - b)); return list[0]; };
      export const inputs = { sizes: [50], args: (n, random) => [Array.from({ length: n }, random), options] };`;
    const { facts } = await sampled(body, { renewArguments: true });
    expect(facts?.renewed).toMatchObject({ shared: 'unchanged' });
    expect(redRows({ steady: true, ...(facts === undefined ? {} : { facts }) })).toEqual([]);
  });
});

describe('inputs renewed', () => {
  it('is red when the inputs module hands out one list for every call and the function sorts it', async () => {
    const body = `${sort}
      const shared = [3, 1, 2];
      export const inputs = { sizes: [3], args: () => [shared] };`;
    expect(redRows(await sampled(body, { renewArguments: true }))).toEqual([CHECK.inputsRenewed]);
  });

  it('is red when they share an object with private state', async () => {
    const body = `
      class Counter { #count = 0; next() { return ++this.#count; } }
      const counter = new Counter();
      export const call = (receiver, [one]) => one.next() > 0;
      export const inputs = { sizes: [3], args: () => [counter] };`;
    expect(redRows(await sampled(body, { renewArguments: true }))).toEqual([CHECK.inputsRenewed]);
  });

  it('is red when a sampler takes two samples with arguments made for one', async () => {
    const answer = await sampled(`${sort} export const inputs = { sizes: [3], args: () => [[3, 1, 2]] };`, {
      renewArguments: true,
    });
    const inputs = { sizes: [3], args: () => [[3, 1, 2]] };
    const task = sampleTask({ renewArguments: true });
    const plan = planWorkload(task, { inputs, call: () => 1 }, inputsOfCase(inputs, 0, 1));
    const sampler = createSampler(plan, () => 1, 'value', undefined, { value: undefined });
    sampler.prepare();
    void sampler.take();
    void sampler.take();
    const renewed = { lists: sampler.listsMade(), calls: sampler.listsUsed(), shared: 'nothing' as const };
    if (answer.facts === undefined) throw new Error('no facts');
    expect(redRows({ ...answer, facts: { ...answer.facts, renewed } })).toEqual([CHECK.inputsRenewed]);
  });
});

describe('arguments not mutated', () => {
  it('is red for a function that changes them at its thousandth call', async () => {
    const body = `
      let calls = 0;
      export const call = (receiver, [list]) => { if (++calls === 1000) list.push(0); return list[0]; };
      export const inputs = { sizes: [3], args: () => [[3, 1, 2]] };`;
    expect(redRows(await sampled(body))).toEqual([CHECK.argumentsNotMutated]);
  });

  it('is red as well when the inputs module keeps the one list that it hands out', async () => {
    const body = `
      let calls = 0;
      const shared = [3, 1, 2];
      export const call = (receiver, [list]) => { if (++calls === 1000) list.push(0); return list[0]; };
      export const inputs = { sizes: [3], args: () => [shared] };`;
    expect(redRows(await sampled(body))).toEqual([CHECK.argumentsNotMutated]);
  });
});

describe('result consumed', () => {
  it('is red for a function without a result, and for one whose answer changes at its thousandth call', async () => {
    const inputs = 'export const inputs = { sizes: [30], args: (n) => [n] };';
    const nothing = 'export const call = (receiver, [n]) => { let s = 0; for (let i = 0; i < n; i++) s += i; };';
    expect(redRows(await sampled(`${nothing}${inputs}`))).toEqual([CHECK.resultConsumed]);
    const fickle = 'let calls = 0; export const call = (receiver, [n]) => (++calls < 1000 ? n : n + 1);';
    expect(redRows(await sampled(`${fickle}${inputs}`))).toEqual([CHECK.resultConsumed]);
  });

  it('is green for sequences, whose last call is not their first', async () => {
    const body = `export const call = (receiver, [n]) => n * 2;
      export const inputs = { sizes: [3], args: (n) => [n], sequence: (n) => Array.from({ length: 500 }, (_, i) => [n + i]) };`;
    const answer = await sampled(body, { workload: 'sequence' });
    expect(answer.facts?.result).toBe('same');
    expect(redRows(answer)).toEqual([]);
  });
});

describe('timer floor', () => {
  it('is red for a short sequence whose calls cannot be repeated', async () => {
    const body = `export const call = (receiver, [n]) => n + 1;
      export const inputs = { sizes: [3], args: (n) => [n], sequence: (n) => [[n], [n + 1]] };`;
    expect(redRows(await sampled(body, { workload: 'sequence', renewArguments: true }))).toEqual([CHECK.timerFloor]);
  });
});

/** A loop that has to be compiled anew stays slow for the first turns on every machine: on a quick one the compiler was ready within them. */
const COMPILES_LATE = '--concurrent-recompilation-delay=50';

describe('harness not inlined', () => {
  it('is red for a loop that was compiled for one function alone, and green for ours', async () => {
    const entry = path.join(processes.folder, 'inlining-loop.mjs');
    await build({
      entryPoints: [fileURLToPath(new URL('./inlining-loop.ts', import.meta.url))],
      outfile: entry,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'silent',
    });
    const loops = async (which: string) => {
      const answers: { steady: boolean; facts: SamplingFacts }[] = [];
      const { facts } = await sampled(
        'export const call = () => 1; export const inputs = { sizes: [3], args: (n) => [n] };',
      );
      if (facts === undefined) throw new Error('no facts');
      for (let turn = 0; turn < 3; turn++) {
        const { stdout } = await promisify(execFile)(process.execPath, [COMPILES_LATE, entry, which]);
        answers.push({
          steady: true,
          facts: { ...facts, calls: 1_000_000, emptyCalls: JSON.parse(stdout) as SamplingFacts['emptyCalls'] },
        });
      }
      return panel(...answers).find(({ check }) => check === CHECK.harnessNotInlined)?.ok;
    };
    expect(await loops('inlining')).toBe(false);
    expect(await loops('ours')).toBe(true);
    await rm(entry);
  }, 30_000);
});

describe('steady state reached', () => {
  it('is red for a function that becomes slower with every call', async () => {
    const body = `
      let milliseconds = 1;
      export const call = () => { const end = performance.now() + (milliseconds *= 1.4); while (performance.now() < end); return 1; };
      export const inputs = { sizes: [3], args: (n) => [n] };`;
    expect(panel(await sampled(body)).find(({ check }) => check === CHECK.steadyState)?.ok).toBe(false);
  });
});

describe('a call longer than the warm-up', () => {
  it('does not pretend to be unsteady: too few windows fit to tell', async () => {
    const body = `
      export const call = () => { const end = performance.now() + 150; while (performance.now() < end); return 1; };
      export const inputs = { sizes: [3], args: (n) => [n] };`;
    const answer = await sampled(body);
    expect(answer).toMatchObject({ steady: false, warmUpTooShort: true });
    expect(panel(answer).find(({ check }) => check === CHECK.steadyState)?.ok).toBe(true);
  });
});

describe('machine load', () => {
  it('is red while other programs use every core', async () => {
    const busy: ChildProcess[] = Array.from({ length: os.availableParallelism() * 3 }, () =>
      // In sessions of their own, as benchmark processes are: Linux shares the processor out among sessions first.
      spawn(process.execPath, ['-e', 'console.log(); for (;;);'], {
        stdio: ['ignore', 'pipe', 'ignore'],
        detached: true,
      }),
    );
    await Promise.all(busy.map((one) => new Promise((resolve) => one.stdout?.once('data', resolve))));
    try {
      const answer = await sampled(
        'export const call = (receiver, [n]) => { let s = 0; for (let i = 0; i < n; i++) s += i; return s; }; export const inputs = { sizes: [1000], args: (n) => [n] };',
        { sampleMs: 150 },
      );
      expect(panel(answer).find(({ check }) => check === CHECK.machineLoad)).toMatchObject({ ok: false });
    } finally {
      for (const one of busy) one.kill('SIGKILL');
    }
  }, 30_000);
});

// What one sample consists of: real functions, no clock. Speeds are never asserted, only what was called, with what, and what was counted.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCase } from '../../../src/engine/measure/child/sample-case.ts';
import { createSampler } from '../../../src/engine/measure/child/sampler.ts';
import { isSteady } from '../../../src/engine/measure/child/warm-up.ts';
import { planWorkload } from '../../../src/engine/measure/child/workload.ts';
import { inputsOfCase } from '../../../src/engine/process/child/cases.ts';
import type { SampleAnswer, SampleTask } from '../../../src/engine/process/protocol.ts';
import type { InputsEntry, VariantModule, Workload } from '../../../src/model/variant.ts';
import { type VariantFolder, variantFolder } from '../process/write-variant.ts';
import { bundle } from './plans.ts';

const SORTED: InputsEntry = { sizes: [20], args: (n, random) => [Array.from({ length: n }, random)] };
const SEQUENCE: InputsEntry = { sizes: [3], args: (n) => [n], sequence: (n) => [[n], [n + 1], [n], [n]] };

function task(workload: Workload, more: Partial<SampleTask> = {}): SampleTask {
  return {
    kind: 'sample',
    variant: bundle('baseline'),
    seed: 1,
    caseIndex: 0,
    workload,
    renewArguments: false,
    watchMemory: false,
    watchInputs: false,
    warmupMs: 5,
    sampleMs: 10,
    ...more,
  };
}

/** Takes two samples of a module and answers with every call made and every reset, in order. */
function recorded(inputs: InputsEntry, sampleTask: SampleTask): { log: unknown[]; calls: number } {
  const log: unknown[] = [];
  const module: VariantModule = {
    inputs,
    call: (receiver, args) => {
      log.push(receiver === undefined ? args : [receiver, ...args]);
      return args;
    },
    reset: () => log.push('reset'),
  };
  const plan = planWorkload(sampleTask, module, inputsOfCase(inputs, 0, 1));
  const reused = sampleTask.renewArguments ? undefined : plan.makeBlock(1);
  const sampler = createSampler(plan, module.call, 'value', reused, { value: undefined });
  let calls = 0;
  for (let i = 0; i < 2; i++) {
    sampler.prepare();
    void sampler.take();
    calls += sampler.calls();
  }
  return { log, calls };
}

describe('a sample', () => {
  it('of single calls uses the same arguments, or equal fresh ones when they are renewed', () => {
    const kept = recorded(SORTED, task('single')).log;
    expect(kept[0]).toBe(kept[1]);
    const fresh = recorded(SORTED, task('single', { renewArguments: true })).log as [number[]][];
    expect(fresh[0]).toEqual(fresh[1]);
    expect(fresh[0]?.[0]).not.toBe(fresh[1]?.[0]);
  });

  it('of a sequence forgets first and then makes every call, and counts them all', () => {
    const { log, calls } = recorded(SEQUENCE, task('sequence'));
    const once = ['reset', [3], [4], [3], [3]];
    expect(log).toEqual([...once, ...once]);
    expect(calls).toBe(8);
  });

  it('of a sequence that is not declared forgets before the one call', () => {
    expect(recorded({ sizes: [3], args: (n) => [n] }, task('sequence')).log).toEqual(['reset', [3], 'reset', [3]]);
  });

  it('of a batch hands all lists over at once and counts each; the baseline takes the same lists one by one', () => {
    const inputs: InputsEntry = { sizes: [3], args: (n, random) => [n, random()] };
    const atOnce = recorded(inputs, task('batch', { batchCalls: 3 }));
    const oneByOne = recorded(inputs, task('batch', { batchCalls: 3, oneByOne: true }));
    expect(atOnce.calls).toBe(6);
    expect(oneByOne.calls).toBe(6);
    const lists = atOnce.log[1] as unknown[][];
    expect(lists).toHaveLength(3);
    expect(oneByOne.log.slice(0, 3)).toEqual(lists);
    expect(new Set(lists.map(([, drawn]) => drawn)).size).toBe(3);
  });

  it('of a batch longer than the declared sequence makes the sequence again, so that no two calls share an argument', () => {
    const inputs: InputsEntry = { sizes: [3], sequence: (n) => [[[n]], [[n + 1]]] };
    const [, lists] = recorded(inputs, task('batch', { batchCalls: 5 })).log as [string, number[][][]];
    expect(lists).toEqual([[[3]], [[4]], [[3]], [[4]], [[3]]]);
    expect(new Set(lists.map(([list]) => list)).size).toBe(5);
  });

  it('of a method gets its receiver, a fresh one when renewed', () => {
    const inputs: InputsEntry = { sizes: [3], args: (n) => [n], receiver: () => ({ grid: true }) };
    const renewed = recorded(inputs, task('single', { renewArguments: true })).log as [object, number][];
    expect(renewed[0]).toEqual([{ grid: true }, 3]);
    expect(renewed[0]?.[0]).not.toBe(renewed[1]?.[0]);
  });

  it('grows until it is long enough to be timed, and is bounded where arguments are renewed', () => {
    const module: VariantModule = { inputs: SORTED, call: () => 1 };
    const sized = (renewArguments: boolean, preparingMs: number, callMs: readonly number[]): number => {
      const plan = planWorkload(task('single', { renewArguments }), module, inputsOfCase(SORTED, 0, 1));
      const reused = renewArguments ? undefined : plan.makeBlock(1);
      const sampler = createSampler(plan, module.call, 'value', reused, { value: undefined });
      for (const milliseconds of callMs) {
        sampler.prepare();
        sampler.resize(preparingMs * sampler.calls(), milliseconds * sampler.calls());
      }
      sampler.prepare();
      return sampler.calls();
    };
    const steadily = (milliseconds: number): number[] => new Array<number>(8).fill(milliseconds);
    // One call of 1 us: 200 of them make a sample of 0.2 ms (a multiple of 64).
    expect(sized(false, 0, steadily(0.001))).toBe(256);
    expect(sized(false, 0, steadily(5))).toBe(1);
    expect(sized(true, 0.001, steadily(0.001))).toBe(200);
    // Preparing takes 1 ms for each call: ten at most.
    expect(sized(true, 1, steadily(0.001))).toBe(10);
    expect(sized(true, 0, steadily(1e-9))).toBe(4096);
    // One sample that was interrupted changes nothing; one lucky call makes the next sample only eight times as long.
    expect(sized(false, 0, [...steadily(0.001), 20])).toBe(256);
    expect(sized(false, 0, [1e-6])).toBe(8);
  });
});

describe('warm-up', () => {
  it('is steady when the last three windows agree', () => {
    expect(isSteady([9, 5, 1.02, 1, 1.01])).toBe(true);
    expect(isSteady([1, 1, 1.2])).toBe(false);
    expect(isSteady([1, 1])).toBe(false);
    expect(isSteady([1.2, 1, 1.1, 1.3, 1.02, 1.2])).toBe(true);
    expect(isSteady([2, 2.1, 2.3, 1, 1.3, 1.2])).toBe(false);
  });
});

describe('the sample task', () => {
  let variants: VariantFolder;
  beforeAll(async () => {
    variants = await variantFolder();
  });
  afterAll(() => variants.remove());

  async function sampled(body: string, more: Partial<SampleTask> = {}): Promise<SampleAnswer> {
    const variant = await variants.write(body);
    return sampleCase(task('single', { variant, ...more }), async () => {});
  }

  it('renews arguments for an in-place sort: every timed call sees unsorted input', async () => {
    const body = `
      let sortedBefore = 0;
      const isSorted = (list) => list.every((value, i) => i === 0 || list[i - 1] <= value);
      export const call = (receiver, [list]) => { if (isSorted(list)) throw new Error('sorted already'); list.sort((a, b) => a - b); };
      export const inputs = { sizes: [20], args: (n, random) => [Array.from({ length: n }, random)] };`;
    expect((await sampled(body, { renewArguments: true })).samples.length).toBeGreaterThan(0);
    await expect(sampled(body, { renewArguments: false })).rejects.toMatchObject({ phase: 'calling' });
  });

  it('awaits promises and drains generators, however long they take', async () => {
    const body = (call: string): string => `
      let open = 0;
      ${call}
      export const inputs = { sizes: [2], args: (n) => [n] };`;
    const waiting = await sampled(
      body(
        'export const call = async () => { if (open++ > 0) throw new Error("overlap"); await new Promise((r) => setTimeout(r, 2)); open--; };',
      ),
    );
    expect(Math.min(...waiting.samples)).toBeGreaterThan(1e6);
    const drained = await sampled(
      body(
        'export const call = function* () { if (open++ > 0) throw new Error("left open"); yield 1; yield 2; open--; };',
      ),
    );
    expect(drained.samples.length).toBeGreaterThan(0);
  });

  it('reports the hits of a cache only when its entries account for the calls', async () => {
    const cached = (entriesPerCall: number): string => `
      const cache = new Map();
      export const call = (receiver, [n]) => { for (let i = 0; i < ${entriesPerCall}; i++) cache.set(n + ':' + i, n); return n; };
      export const reset = () => cache.clear();
      export const cacheSize = () => cache.size;
      export const inputs = { sizes: [3], args: (n) => [n], sequence: (n) => [[n], [n + 1], [n], [n], [n]] };`;
    const plain = await sampled(cached(1), { workload: 'sequence' });
    expect(plain).toMatchObject({ cacheEntries: 2, hitRate: 0.6, cache: { calls: 5, distinct: 2, entries: 2 } });
    expect(plain.cache?.hitNs).toBeGreaterThan(0);
    // Nothing was remembered, so calling again is no hit.
    expect((await sampled(cached(0), { workload: 'sequence' })).cache?.hitNs).toBeUndefined();
    const recursive = await sampled(cached(5), { workload: 'sequence' });
    expect(recursive.cacheEntries).toBe(10);
    expect(recursive.hitRate).toBeUndefined();
  });

  it('keeps a bounded number of samples and says what an empty call costs', async () => {
    const answer = await sampled(
      'export const call = (receiver, [n]) => n + 1; export const inputs = { sizes: [2], args: (n) => [n] };',
      {
        sampleMs: 30,
      },
    );
    expect(answer.samples.length).toBeLessThan(2000);
    expect(answer.callsPerSample).toBeGreaterThan(100);
    expect(answer.floorNs).toBeGreaterThan(0);
  });

  it('a slow call is not repeated for the sake of samples', async () => {
    const answer = await sampled(
      `let calls = 0;
       export const call = () => { const end = performance.now() + 30; while (performance.now() < end); if (++calls > 3) throw new Error('once too often'); };
       export const inputs = { sizes: [2], args: (n) => [n] };`,
    );
    expect(answer.samples).toHaveLength(1);
    expect(answer.callsPerSample).toBe(1);
    expect(answer.steady).toBe(false);
  });
});

// A small measurement with real processes: order, isolation and clean-up, never a speed.
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureVariants } from '../../../src/engine/measure/measure-variants.ts';
import { createBenchmarkProcesses } from '../../../src/engine/process/benchmark-process.ts';
import type { VariantRunner } from '../../../src/engine/process/variant-runner.ts';
import { seededRandom } from '../../../src/engine/statistics/random.ts';
import { type BundledChild, bundleChild } from '../../support/bundle-child.ts';
import { type VariantFolder, variantFolder } from '../process/write-variant.ts';
import { casePlan, measurePlan } from './plans.ts';

let child: BundledChild;
let variants: VariantFolder;
let scratch: string;
beforeAll(async () => {
  child = await bundleChild();
  variants = await variantFolder();
  scratch = await realpath(await mkdtemp(path.join(os.tmpdir(), 'speedlens-measure-')));
});
afterAll(() => Promise.all([child.remove(), variants.remove(), rm(scratch, { recursive: true })]));

/** A variant that writes down when its process loads it and when it is called last. */
function body(id: string): string {
  return `
    import { appendFileSync } from 'node:fs';
    const log = (what) => appendFileSync(${JSON.stringify(path.join(variants.folder, 'log'))}, [what, ${JSON.stringify(id)}, process.pid, Date.now()].join(' ') + '\\n');
    log('load');
    let seen = 0;
    export const call = (receiver, [n]) => { if (++seen % 1000 === 1) log('call'); let s = 0; for (let i = 0; i < n * 100; i++) s += Math.sqrt(i); return s; };
    export const inputs = { sizes: [10, 20], args: (n) => [n] };`;
}

describe('measuring with real processes', () => {
  it('starts one process for each variant, case and round, one after another, and leaves nothing behind', async () => {
    const [baseline, twin, candidate] = await Promise.all(
      ['baseline', 'baseline-again', 'memoization/map'].map((id) => variants.write(body(id), id)),
    );
    if (baseline === undefined || twin === undefined || candidate === undefined) throw new Error('not written');
    const processes = createBenchmarkProcesses({
      nodePath: process.execPath,
      runtime: 'node',
      childEntry: child.entry,
      temporaryFolder: scratch,
      allowWrite: [variants.folder],
    });
    const plan = measurePlan(
      {},
      {
        baseline,
        twin,
        candidates: [{ bundle: candidate, workload: 'single' }],
        cases: [casePlan(0, 10), casePlan(1, 20)],
        budgetMs: 2300,
      },
    );
    // Time by the task, so that a busy machine makes no other schedule.
    let now = 0;
    const runner: VariantRunner = {
      ...processes,
      run: async (task, options) => {
        const outcome = await processes.run(task, options);
        now += 150;
        return outcome;
      },
    };
    const measurements = await measureVariants(plan, runner, {
      signal: new AbortController().signal,
      random: seededRandom('order'),
      onProgress: () => {},
      clock: () => now,
    });
    await processes.dispose();

    const lines = readFileSync(path.join(variants.folder, 'log'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' '));
    const loads = lines.filter(([what]) => what === 'load');
    const runs = measurements.series.reduce((sum, series) => sum + series.runs.length, 0);
    // The larger case with its twin in four rounds, the smaller one in the fourth.
    expect(runs).toBe(14);
    expect(loads).toHaveLength(runs);
    expect(new Set(loads.map(([, , pid]) => pid)).size).toBe(runs);
    // The processes of a round load together, before the first of them calls; then each calls alone, and once the next has begun, the one before
    // says nothing any more.
    const told = lines.map(([what, , pid]) => `${what} ${pid}`);
    const changes = told.filter((line, i) => line.startsWith('call') && told[i - 1] !== line);
    expect(changes).toHaveLength(runs);
    const rounds = lines.map(([what]) => what).filter((what, i, all) => what !== all[i - 1]);
    expect(rounds).toEqual(['load', 'call', 'load', 'call', 'load', 'call', 'load', 'call']);
    expect(
      loads
        .slice(0, 3)
        .map(([, id]) => id)
        .sort(),
    ).toEqual(['baseline', 'baseline-again', 'memoization/map']);
    expect(readdirSync(scratch)).toEqual([]);
  });
});

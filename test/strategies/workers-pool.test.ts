// What the suggested code holds open, and gives back: threads of real pools, in this process.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVariantBuilder } from '../../src/engine/build/create-variant-builder.ts';
import { withPartsInTurn } from '../../src/engine/parts-in-turn.ts';
import { createBenchmarkProcesses } from '../../src/engine/process/benchmark-process.ts';
import type { Candidate } from '../../src/engine/strategies/strategy.ts';
import { workers } from '../../src/engine/strategies/workers/workers.ts';
import type { VariantBundle, VariantModule } from '../../src/model/variant.ts';
import { bundleChild } from '../support/bundle-child.ts';
import { proposeOn, subjectOf } from '../support/check-strategy.ts';

const text = `function settle(rounds: number): number {
  if (rounds < 0) throw new RangeError(\`negative: \${rounds}\`);
  let value = 1;
  for (let round = 0; round < rounds; round++) value = Math.sqrt(value + round);
  return value;
}

export function settleAll(rounds: number[]): number[] {
  const settled: number[] = [];
  for (const count of rounds) settled.push(settle(count));
  return settled;
}
`;

const temporaryRoot = mkdtempSync(join(tmpdir(), 'speedlens-pool-test-'));
const builder = createVariantBuilder({ temporaryRoot });
let url = '';
let urlInTurn = '';
let urlWaiting = '';

const subject = subjectOf(text, 'settleAll');

function named(wanted: string): Candidate {
  const proposal = proposeOn(workers, subject);
  const found = proposal.kind === 'candidates' && proposal.candidates.find(({ variant }) => variant === wanted);
  if (!found) throw new Error(`There is no ${wanted}.`);
  return found;
}

async function build(id: string, candidate: Candidate, args = '[]'): Promise<VariantBundle> {
  const source = { kind: 'bench-tags' as const, expressions: [args] };
  const inputs = { origin: 'declared' as const, notes: [], source };
  const built = await builder.build({ id, subject, inputs, candidate }, new AbortController().signal);
  if (!built.ok) throw new Error(built.message);
  return built.bundle;
}

beforeAll(async () => {
  const load = async (id: string, candidate: Candidate): Promise<string> =>
    pathToFileURL((await build(id, candidate)).entry).href;
  const candidate = named('loop');
  url = await load('pool', candidate);
  urlInTurn = await load('pool-parts', withPartsInTurn(candidate) ?? candidate);
  urlWaiting = await load('waiting', named('loop-waiting'));
});

afterAll(async () => {
  await builder.dispose();
  rmSync(temporaryRoot, { recursive: true });
});

/** The module anew, with a pool of its own that has not started. */
async function freshModule(number: number): Promise<VariantModule> {
  return (await import(`${url}?instance=${number}`)) as VariantModule;
}

/** Threads that do not keep the process alive count too. */
function threadsOpen(): number {
  return (process.report.getReport() as { readonly workers: readonly unknown[] }).workers.length;
}

it('pools that are started and destroyed over and over leave no thread behind', async () => {
  const before = threadsOpen();
  for (let cycle = 0; cycle < 8; cycle += 1) {
    const module = await freshModule(cycle);
    expect(await module.call(undefined, [[1, 2, 3]])).toHaveLength(3);
    expect(threadsOpen()).toBeGreaterThan(before);
    await module.dispose?.();
  }
  expect(threadsOpen()).toBe(before);
});

it('of several failures the first in order is thrown with its own message, and the pool works on', async () => {
  const module = await freshModule(100);
  await expect(module.call(undefined, [[1, 2, -3, 4, 5, 6, -7, 8, -9]])).rejects.toThrow(
    new RangeError('negative: -3'),
  );
  expect(await module.call(undefined, [[0]])).toEqual([1]);
  await module.dispose?.();
});

it('a call whose pool is destroyed meanwhile is finished by the thread that calls, and no thread remains', async () => {
  const before = threadsOpen();
  const module = await freshModule(101);
  const rounds = Array.from({ length: 64 }, () => 400_000);
  const call = Promise.resolve(module.call(undefined, [rounds]));
  await new Promise((resolve) => setTimeout(resolve, 30));
  await module.dispose?.();
  expect(await call).toHaveLength(64);
  expect(threadsOpen()).toBe(before);
});

it('however many parts there are, from none to several for each thread, results are those of the original', async () => {
  const module = await freshModule(103);
  const original = (rounds: readonly number[]): readonly number[] =>
    rounds.map((count) =>
      Array.from({ length: count }).reduce<number>((value, _, round) => Math.sqrt(value + round), 1),
    );
  const cores = availableParallelism();
  for (const length of [0, 1, 2, cores, cores + 1, 4 * cores, 4 * cores + 1, 1000]) {
    const rounds = Array.from({ length }, (_, i) => i % 7);
    expect(await module.call(undefined, [rounds])).toEqual(original(rounds));
  }
  await module.dispose?.();
});

it('what is compared cuts its work by turns as written, into one part, two, one for each thread and four for each', async () => {
  const module = (await import(urlInTurn)) as VariantModule;
  const rounds = Array.from({ length: 1000 }, (_, i) => i % 7);
  const cores = availableParallelism();
  const inOne = await module.call(undefined, [rounds]);
  const pool = module.threads?.pool();
  if (pool === undefined) throw new Error('The first call starts the pool.');
  let tasks = 0;
  const run = pool.run.bind(pool);
  pool.run = (task, options) => {
    tasks += 1;
    return run(task, options);
  };
  const counts: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    tasks = 0;
    expect(await module.call(undefined, [rounds])).toEqual(inOne);
    counts.push(tasks);
  }
  expect(counts).toEqual([1, 2, cores, 4 * cores, 4 * cores]);
  await module.dispose?.();
});

it('calls that overlap share the threads of one pool', async () => {
  const before = threadsOpen();
  const module = await freshModule(104);
  const calls = [[1, 2, 3], [4], [], [5, -6], [7]].map(async (rounds) => module.call(undefined, [rounds]));
  const outcomes = await Promise.allSettled(calls);
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  expect(threadsOpen() - before).toBeLessThanOrEqual(availableParallelism());
  await module.dispose?.();
});

it('nothing is started by loading the module', async () => {
  const before = threadsOpen();
  await freshModule(102);
  expect(threadsOpen()).toBe(before);
});

describe('threads that a function waits for', () => {
  const fresh = async (number: number): Promise<VariantModule> =>
    (await import(`${urlWaiting}?instance=${number}`)) as VariantModule;
  const rounds = Array.from({ length: 64 }, (_, i) => 1000 + i);

  it('leave no thread behind, started and ended over and over, and start again after that', async () => {
    const before = threadsOpen();
    const module = await fresh(0);
    const expected = rounds.map((count) =>
      Array.from({ length: count }).reduce<number>((value, _, round) => Math.sqrt(value + round), 1),
    );
    for (let cycle = 0; cycle < 8; cycle += 1) {
      expect(module.call(undefined, [rounds])).toEqual(expected);
      await expect.poll(() => threadsOpen() - before).toBe(availableParallelism() - 1);
      expect(module.call(undefined, [rounds])).toEqual(expected);
      await module.dispose?.();
      expect(threadsOpen()).toBe(before);
    }
  });

  it('are not started by loading the module, nor by a call that has a single part', async () => {
    const before = threadsOpen();
    const module = await fresh(1);
    expect(module.call(undefined, [[4]])).toHaveLength(1);
    expect(module.call(undefined, [[]])).toEqual([]);
    expect(threadsOpen()).toBe(before);
  });

  it('that are ended while nothing runs leave the next call right', async () => {
    const module = await fresh(2);
    const expected = module.call(undefined, [rounds]);
    const ending = module.dispose?.();
    expect(module.call(undefined, [rounds])).toEqual(expected);
    await ending;
    expect(module.call(undefined, [rounds])).toEqual(expected);
    await module.dispose?.();
  });

  it('hand on the first failure in order, and work on', async () => {
    const before = threadsOpen();
    const module = await fresh(3);
    for (let call = 0; call < 20; call += 1) {
      const failing = rounds.map((count, at) => (at === 20 || at === 50 || at === 63 ? -at : count));
      expect(() => module.call(undefined, [failing])).toThrow(new RangeError('negative: -20'));
      expect(module.call(undefined, [rounds])).toHaveLength(64);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await module.dispose?.();
    expect(threadsOpen()).toBe(before);
  });
});

describe('a run that is cancelled inside of a call, while threads compute,', () => {
  /** The code says in which process a thread of it has begun, which none that is analysed would be allowed to. */
  const telling = `import { writeFileSync as tell } from 'node:fs';
import { tmpdir as scratchFolder } from 'node:os';
import { isMainThread as isCaller } from 'node:worker_threads';
`;
  const tells = "if (!isCaller) tell(scratchFolder() + '/computing', String(process.pid)); let value = 1;";

  it.each(['loop', 'loop-waiting'])(
    'rejects with the reason, and leaves no process and no file of %s',
    async (variant) => {
      const bundle = await build(`cancelled-${variant}`, named(variant), '[[1e12, 1e12, 1e12, 1e12]]');
      for (const file of readdirSync(dirname(bundle.entry)).filter((name) => name.endsWith('.mjs'))) {
        const path = join(dirname(bundle.entry), file);
        const code = readFileSync(path, 'utf8');
        if (code.includes('let value = 1;')) writeFileSync(path, telling + code.replace('let value = 1;', tells));
      }
      const child = await bundleChild();
      const temporaryFolder = join(temporaryRoot, `scratch-${variant}`);
      mkdirSync(temporaryFolder);
      const processes = createBenchmarkProcesses({
        ...{ nodePath: process.execPath, runtime: 'node', childEntry: child.entry, temporaryFolder, allowWrite: [] },
      });
      const abort = new AbortController();
      const running = processes.run(
        { kind: 'observe', variant: bundle, seed: 1, caseIndex: 0 },
        { deadlineMs: 60_000, signal: abort.signal },
      );
      const told = (): string =>
        readdirSync(temporaryFolder)
          .map((name) => join(temporaryFolder, name, 'computing'))
          .filter((path) => existsSync(path))
          .map((path) => readFileSync(path, 'utf8'))
          .join('');
      await expect.poll(told, { timeout: 20_000 }).toMatch(/^\d+$/);
      const pid = Number(told());
      abort.abort(new Error('cancelled by the user'));
      await expect(running).rejects.toThrow('cancelled by the user');
      expect(() => process.kill(pid, 0)).toThrow('ESRCH');
      await processes.dispose();
      await child.remove();
      expect(readdirSync(temporaryFolder)).toEqual([]);
    },
  );
});

// Where the time of a call goes that hands work to threads: on real threads, with waits in known places. Only lower bounds are asked for.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Piscina } from 'piscina';
import { afterAll, afterEach, expect, it } from 'vitest';
import { timedTask } from '../../../src/engine/build/timed-task.ts';
import { dataMovement } from '../../../src/engine/measure/child/data-movement.ts';
import type { WorkloadPlan } from '../../../src/engine/measure/child/workload.ts';
import type { VariantModule, WorkerPool } from '../../../src/model/variant.ts';

const folder = mkdtempSync(join(tmpdir(), 'speedlens-movement-test-'));
const pools: Piscina[] = [];
const waitNs = 20e6;

afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.destroy();
});
afterAll(() => rmSync(folder, { recursive: true }));

const wait = 'const wait = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);';

interface Waiting {
  readonly task: object;
  /** Body of the worker's task. */
  readonly work: string;
}

/** A variant whose call gives two tasks to a pool of two threads. */
function variant({ task, work }: Waiting): VariantModule & { readonly pool: Piscina } {
  const name = `worker-${pools.length}-${Math.trunc(performance.now() * 1000)}`;
  const address = (file: string): string => pathToFileURL(join(folder, file)).href;
  writeFileSync(join(folder, `${name}.mjs`), `${wait}\nexport default (task) => { ${work} };`);
  writeFileSync(join(folder, `${name}.timed.mjs`), timedTask(`${name}.mjs`));
  const filename = address(`${name}.mjs`);
  const pool = new Piscina({ maxThreads: 2 });
  pools.push(pool);
  return {
    call: () => Promise.all([pool.run(task, { filename }), pool.run(task, { filename })]),
    inputs: {},
    threads: { pool: () => pool as unknown as WorkerPool, timedWorkers: { [filename]: address(`${name}.timed.mjs`) } },
    pool,
  };
}

const plan: WorkloadPlan = {
  callsPerEntry: 1,
  lengthIsFree: true,
  makeBlock: () => ({ receivers: [undefined], lists: [[]] }),
  reset: undefined,
  together: false,
};

it.each<['sendNs' | 'computeNs' | 'receiveNs', Waiting]>([
  ['computeNs', { task: {}, work: 'wait(); return 1;' }],
  ['receiveNs', { task: {}, work: 'return { get slow() { wait(); return 1; } };' }],
  [
    'sendNs',
    {
      task: {
        get slow() {
          return Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
        },
      },
      work: 'return 1;',
    },
  ],
])('a wait is counted in %s', async (part, waiting) => {
  const { movement } = await dataMovement(variant(waiting), plan, 0);
  if (movement === undefined) throw new Error('A pool that works has something to tell.');
  expect(movement).toMatchObject({ tasks: 2 });
  expect(movement[part]).toBeGreaterThan(2 * waitNs * 0.99);
  expect(movement.spawnMs).toBeGreaterThan(0);
  expect(movement.callNs).toBeGreaterThan(movement.callerNs);
});

it('the pool is afterwards what it was, with no thread more', async () => {
  const module = variant({ task: {}, work: 'return 1;' });
  await dataMovement(module, plan, 0);
  expect(Object.hasOwn(module.pool, 'run')).toBe(false);
  expect(module.pool.threads.length).toBeLessThanOrEqual(2);
  const threads = (process.report.getReport() as { readonly workers: readonly unknown[] }).workers.length;
  expect(threads).toBe(module.pool.threads.length);
});

it('nothing is told where calls fail, or where there are no threads', async () => {
  expect(await dataMovement(variant({ task: {}, work: 'throw new Error();' }), plan, 0)).toEqual({});
  expect(await dataMovement({ call: () => 1, inputs: {} }, plan, 0)).toEqual({});
});

import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BenchmarkProcesses, createBenchmarkProcesses } from '../../../src/engine/process/benchmark-process.ts';
import type { RunFailure, SampleTask } from '../../../src/engine/process/protocol.ts';
import type { VariantBundle } from '../../../src/model/variant.ts';
import { type BundledChild, bundleChild } from '../../support/bundle-child.ts';
import { type VariantFolder, variantFolder } from './write-variant.ts';

const INPUTS = 'export const inputs = { sizes: [3, 5], args: (n) => [n] };';
const NEVER = new AbortController().signal;

let child: BundledChild;
let variants: VariantFolder;
let scratchParent: string;
let processes: BenchmarkProcesses;

beforeAll(async () => {
  child = await bundleChild();
  variants = await variantFolder();
  scratchParent = await realpath(await mkdtemp(path.join(os.tmpdir(), 'speedlens-parent-')));
  processes = start();
});

afterAll(async () => {
  await processes.dispose();
  const left = readdirSync(scratchParent);
  await Promise.all([child.remove(), variants.remove(), rm(scratchParent, { recursive: true })]);
  expect(left).toEqual([]);
});

function start(
  more: { heapMb?: number; maxOutputBytes?: number; loadDeadlineMs?: number; allowWrite?: string[] } = {},
) {
  return createBenchmarkProcesses({
    nodePath: process.execPath,
    runtime: 'node',
    childEntry: child.entry,
    temporaryFolder: scratchParent,
    allowWrite: [],
    ...more,
  });
}

function sampleOf(variant: VariantBundle, more: Partial<SampleTask> = {}): SampleTask {
  return {
    kind: 'sample',
    variant,
    seed: 1,
    caseIndex: 0,
    workload: 'single',
    renewArguments: false,
    warmupMs: 5,
    sampleMs: 5,
    watchMemory: true,
    watchInputs: true,
    ...more,
  };
}

async function failureOf(
  body: string,
  deadlineMs = 20_000,
  runner: BenchmarkProcesses = processes,
): Promise<RunFailure> {
  const variant = await variants.write(`${INPUTS}\n${body}`);
  const outcome = await runner.run({ kind: 'observe', variant, seed: 1, caseIndex: 0 }, { deadlineMs, signal: NEVER });
  if (outcome.ok) throw new Error(`it answered: ${JSON.stringify(outcome.answer)}`);
  expect(outcome.failure.nextStep).toMatch(/^[A-Z].*\.$/);
  return outcome.failure;
}

/** Writes its process id to the scratch folder, the one place that it may write to. */
const TELL_PID = `
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
writeFileSync(tmpdir() + '/pid', String(process.pid));
`;

async function pidTold(): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt++) {
    for (const scratch of readdirSync(scratchParent)) {
      const file = path.join(scratchParent, scratch, 'pid');
      const text = existsSync(file) ? await readFile(file, 'utf8') : '';
      if (text !== '') {
        await rm(file);
        return Number(text);
      }
    }
    await delay(50);
  }
  throw new Error('no process told its id');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function expectGone(pid: number): Promise<void> {
  for (let attempt = 0; attempt < 60 && isAlive(pid); attempt++) await delay(50);
  expect(isAlive(pid)).toBe(false);
}

describe('a benchmark process that answers', () => {
  it('lists the cases of the inputs with their labels, sizes and sequence lengths', async () => {
    const variant = await variants.write(`
      export const call = (receiver, args) => args[0];
      export const inputs = { sizes: [3, 5], args: (n) => [n], sequence: (n) => [[n], [n + 1], [n]],
        fixed: [{ label: '["a"]', args: () => ['a'] }] };`);
    const outcome = await processes.run({ kind: 'describe', variant, seed: 1 }, { deadlineMs: 20_000, signal: NEVER });
    expect(outcome).toMatchObject({
      ok: true,
      answer: {
        cases: [
          { index: 0, label: 'n = 3', size: 3, sequenceLength: 3 },
          { index: 1, label: 'n = 5', size: 5, sequenceLength: 3 },
          { index: 2, label: '["a"]' },
        ],
      },
    });
  });

  it('makes equal inputs for the same seed in every process, and others for another seed', async () => {
    const variant = await variants.write(`
      export const call = (receiver, args) => args[0];
      export const inputs = { sizes: [4], args: (n, random) => [Math.floor(random() * 1e9)] };`);
    const drawn = async (seed: number): Promise<unknown> => {
      const outcome = await processes.run(
        { kind: 'observe', variant, seed, caseIndex: 0 },
        { deadlineMs: 20_000, signal: NEVER },
      );
      return outcome.ok ? outcome.answer.arguments[0]?.numbers?.min : outcome;
    };
    const [first, again, other] = await Promise.all([drawn(7), drawn(7), drawn(8)]);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('times calls and says how', async () => {
    const variant = await variants.write(`${INPUTS}
      export const call = (receiver, args) => { let s = 0; for (let i = 0; i < args[0] * 1000; i++) s += Math.sqrt(i); return s; };`);
    const outcome = await processes.run(sampleOf(variant), { deadlineMs: 20_000, signal: NEVER });
    if (!outcome.ok) throw new Error(outcome.failure.message);
    const { samples, callsPerSample, peakRssBytes, firstCallMs } = outcome.answer;
    expect(samples.length).toBeGreaterThan(2);
    expect(samples.every((nanoseconds) => nanoseconds > 100)).toBe(true);
    expect(callsPerSample).toBeGreaterThanOrEqual(1);
    expect(peakRssBytes).toBeGreaterThan(10_000_000);
    expect(firstCallMs).toBeGreaterThan(0);
  });

  it('starts without what an editor or a debugger put into the environment', async () => {
    process.env['VSCODE_PID'] = '1';
    process.env['NODE_OPTIONS'] = '--no-deprecation';
    process.env['ELECTRON_RUN_AS_NODE'] = '1';
    try {
      const variant = await variants.write(`${INPUTS}
        export const call = () => Object.keys(process.env).filter((name) => /^(VSCODE|ELECTRON|NODE_OPTIONS)/.test(name)).join();`);
      const outcome = await processes.run(
        { kind: 'observe', variant, seed: 1, caseIndex: 0 },
        { deadlineMs: 20_000, signal: NEVER },
      );
      expect(outcome).toMatchObject({ ok: true, answer: { result: { kind: 'string', length: 0 } } });
    } finally {
      for (const name of ['VSCODE_PID', 'NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE']) delete process.env[name];
    }
  });

  it('runs in the folder of the variant, with worker threads and WebAssembly', async () => {
    const variant = await variants.write(`${INPUTS}
      import { Worker } from 'node:worker_threads';
      export const call = async () => {
        const wasm = await WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
        const worker = new Worker("require('node:worker_threads').parentPort.postMessage(6 * 7)", { eval: true });
        const answer = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
        return { answer, wasm: wasm.instance !== undefined, folder: process.cwd() };
      };`);
    const outcome = await processes.run(
      { kind: 'observe', variant, seed: 1, caseIndex: 0 },
      { deadlineMs: 20_000, signal: NEVER },
    );
    expect(outcome).toMatchObject({
      ok: true,
      answer: {
        outcome: 'returned',
        returnsPromise: true,
        deterministic: true,
        result: { keys: ['answer', 'wasm', 'folder'] },
      },
    });
  });

  it('runs a Piscina pool from the packages of the project', async () => {
    const piscina = new URL('../../../node_modules/piscina/dist/esm-wrapper.mjs', import.meta.url).href;
    const worker = path.join(variants.folder, 'double.mjs');
    await writeFile(worker, 'export default (n) => n * 2;');
    const variant = await variants.write(`${INPUTS}
      import { Piscina } from ${JSON.stringify(piscina)};
      const pool = new Piscina({ filename: ${JSON.stringify(worker)}, maxThreads: 2 });
      export const call = (receiver, args) => pool.run(args[0]);
      export const dispose = () => pool.destroy();`);
    const outcome = await processes.run(
      { kind: 'observe', variant, seed: 1, caseIndex: 0 },
      { deadlineMs: 20_000, signal: NEVER },
    );
    expect(outcome).toMatchObject({
      ok: true,
      answer: { outcome: 'returned', result: { numbers: { min: 6, max: 6 } } },
    });
  });

  it('compares a candidate with the baseline in one process, and shows where a wrong one differs', async () => {
    const baseline = await variants.write(`${INPUTS} export const call = (receiver, [n]) => n * n;`);
    const right = await variants.write(`${INPUTS} export const call = (receiver, [n]) => n ** 2;`, 'a/right');
    const wrong = await variants.write(
      `${INPUTS} export const call = (receiver, [n]) => n * n + (n > 3 ? 1 : 0);`,
      'a/wrong',
    );
    const compared = (candidate: VariantBundle) =>
      processes.run(
        {
          kind: 'compare',
          baseline,
          candidate,
          seed: 1,
          caseIndexes: [0, 1],
          batch: false,
          budgetMs: 2000,
          callDeadlineMs: 500,
          shrinkMs: 1_500,
          tolerance: 'exact',
        },
        { deadlineMs: 30_000, signal: NEVER },
      );
    const good = await compared(right);
    if (!good.ok) throw new Error(good.failure.message);
    expect(good.answer.counterexample).toBeUndefined();
    expect(good.answer.compared).toBeGreaterThanOrEqual(2);
    expect(await compared(wrong)).toMatchObject({
      ok: true,
      answer: { counterexample: { args: expect.any(String) as string } },
    });
  });

  it('tells the Node and the machine', async () => {
    expect(await processes.environment()).toMatchObject({
      node: process.version,
      nodePath: process.execPath,
      runtime: 'node',
    });
  });
});

describe('a benchmark process that cannot answer says in one sentence why', () => {
  it('names the line of a module that throws at load', async () => {
    const source = path.join(variants.folder, 'settings.ts');
    await writeFile(source, '\nexport const limit: number = missing.limit;\nexport const call = () => limit;\n');
    const entry = path.join(variants.folder, 'mapped.mjs');
    await build({
      entryPoints: [source],
      outfile: entry,
      bundle: true,
      format: 'esm',
      sourcemap: 'inline',
      logLevel: 'silent',
    });
    const variant = { id: 'baseline', entry, cwd: variants.folder };
    const outcome = await processes.run({ kind: 'describe', variant, seed: 1 }, { deadlineMs: 20_000, signal: NEVER });
    expect(outcome).toMatchObject({
      ok: false,
      failure: {
        kind: 'load-threw',
        message: 'The module threw while it was loaded: ReferenceError: missing is not defined (settings.ts:2).',
      },
    });
  });

  it('a module that loops at load', async () => {
    const impatient = start({ loadDeadlineMs: 1000 });
    const failure = await failureOf('for (;;); export const call = () => 1;', 20_000, impatient);
    await impatient.dispose();
    expect(failure).toMatchObject({ kind: 'load-timed-out', message: 'The module was not loaded after 1 s.' });
  });

  it('a module that awaits something that never happens', async () => {
    const failure = await failureOf('await new Promise(() => {}); export const call = () => 1;');
    expect(failure.kind).toBe('load-timed-out');
    expect(failure.message).toMatch(/never finishes loading/);
  });

  it('inputs that throw', async () => {
    const variant = await variants.write(`
      export const call = () => 1;
      export const inputs = { sizes: [3], args: () => { throw new RangeError('no data'); } };`);
    const outcome = await processes.run(
      { kind: 'observe', variant, seed: 1, caseIndex: 0 },
      { deadlineMs: 20_000, signal: NEVER },
    );
    expect(outcome).toMatchObject({
      failure: { kind: 'inputs-threw', message: 'The inputs threw for n = 3: RangeError: no data.' },
    });
  });

  it('a call that throws while it is timed', async () => {
    const variant = await variants.write(
      `${INPUTS} export const call = (receiver, args) => { throw new TypeError('no ' + args[0]); };`,
    );
    const outcome = await processes.run(sampleOf(variant), { deadlineMs: 20_000, signal: NEVER });
    expect(outcome).toMatchObject({
      failure: { kind: 'call-threw', message: 'The function threw for n = 3: TypeError: no 3.' },
    });
  });

  it('a call that rejects while it is timed, also with something that is no Error', async () => {
    const variant = await variants.write(
      `${INPUTS} let n = 0; export const call = async () => { if (n++ > 20) throw 'enough'; };`,
    );
    const outcome = await processes.run(sampleOf(variant), { deadlineMs: 20_000, signal: NEVER });
    expect(outcome).toMatchObject({
      failure: { kind: 'call-threw', message: "The function threw for n = 3: thrown: 'enough'." },
    });
  });

  it('an error in a timer that the code set', async () => {
    const failure = await failureOf(
      `export const call = () => new Promise(() => setTimeout(() => { throw new Error('late'); }, 5));`,
    );
    expect(failure).toMatchObject({ kind: 'call-threw', message: 'The function threw for n = 3: Error: late.' });
  });

  it('a promise that never settles', async () => {
    const failure = await failureOf('export const call = () => new Promise(() => {});');
    expect(failure).toMatchObject({
      kind: 'timed-out',
      message: 'The function returned a promise that never settles for n = 3.',
    });
  });

  it('a call that loops for ever, and leaves no process behind', async () => {
    const running = failureOf(`${TELL_PID} export const call = () => { for (;;); };`, 1500);
    const pid = await pidTold();
    expect(await running).toMatchObject({
      kind: 'timed-out',
      message: 'The function was still running after 1.5 s for n = 3 and was stopped.',
    });
    expect(isAlive(pid)).toBe(false);
  });

  it('a heap that is used up', async () => {
    const small = start({ heapMb: 40 });
    const failure = await failureOf(
      'export const call = () => { const kept = []; for (;;) kept.push({ n: kept.length }); };',
      30_000,
      small,
    );
    await small.dispose();
    expect(failure).toMatchObject({
      kind: 'out-of-memory',
      message: 'The memory limit of 40 MB was used up while the function ran for n = 3.',
    });
  });

  it('process.exit', async () => {
    expect(await failureOf('export const call = () => process.exit(3);')).toMatchObject({
      kind: 'exited',
      message: 'The code ended its process with status 3 while the function ran for n = 3.',
    });
    expect(await failureOf('process.exit(0); export const call = () => 1;')).toMatchObject({ kind: 'exited' });
  });

  it('a flooded console', async () => {
    const quiet = start({ maxOutputBytes: 200_000 });
    const failure = await failureOf(
      "export const call = () => { for (;;) console.log('x'.repeat(1000)); };",
      20_000,
      quiet,
    );
    await quiet.dispose();
    expect(failure).toMatchObject({
      kind: 'flooded',
      message: 'The code wrote more than 200 kB to the console while the function ran for n = 3 and was stopped.',
    });
  });

  it('a crash by signal', async () => {
    const failure = await failureOf("export const call = () => { process.kill(process.pid, 'SIGSEGV'); for (;;); };");
    expect(failure).toMatchObject({
      kind: 'crashed',
      message: 'The process was ended by SIGSEGV while the function ran for n = 3.',
    });
  });

  it('a refused write, and a refused process', async () => {
    const file = path.join(variants.folder, 'out.txt');
    const write = `import { writeFileSync } from 'node:fs'; export const call = () => writeFileSync(${JSON.stringify(file)}, 'x');`;
    expect(await failureOf(write)).toMatchObject({
      kind: 'denied',
      message: expect.stringContaining(`Writing ${file} was refused while the function ran for n = 3`) as string,
      nextStep: `Allow it with --allow-write ${variants.folder}, or let the function write to os.tmpdir().`,
    });
    expect(existsSync(file)).toBe(false);
    const spawning =
      "import { execFileSync } from 'node:child_process'; export const call = () => execFileSync('node');";
    expect(await failureOf(spawning)).toMatchObject({
      kind: 'denied',
      message: expect.stringContaining('Starting another process') as string,
    });
  });

  it('a Node that cannot be started', async () => {
    const none = createBenchmarkProcesses({
      nodePath: '/no/such/node',
      runtime: 'node',
      childEntry: child.entry,
      allowWrite: [],
    });
    const failure = await failureOf('export const call = () => 1;', 5000, none);
    await none.dispose();
    expect(failure).toMatchObject({ kind: 'crashed', message: expect.stringContaining('/no/such/node') as string });
  });
});

describe('processes made ready ahead', () => {
  const LOG = `
import { appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
const log = (what) => appendFileSync(tmpdir() + '/log', what + ' ' + process.pid + '\\n');
log('load');
${INPUTS}
let calls = 0;
export const call = (receiver, args) => { if (calls++ === 0) log('call'); return args[0]; };`;

  async function logLines(): Promise<readonly (readonly [string, string])[]> {
    const [scratch = ''] = readdirSync(scratchParent).filter((name) =>
      existsSync(path.join(scratchParent, name, 'log')),
    );
    const text = await readFile(path.join(scratchParent, scratch, 'log'), 'utf8');
    await rm(path.join(scratchParent, scratch, 'log'));
    return text
      .trim()
      .split('\n')
      .map((line) => line.split(' ') as [string, string]);
  }

  it('have loaded their variants, and call them only in their turn, each in a process of its own', async () => {
    const variant = await variants.write(LOG);
    const tasks = [sampleOf(variant), sampleOf(variant), sampleOf(variant)];
    await processes.prepare(tasks, NEVER);
    const loaded = await logLines();
    expect(loaded.map(([what]) => what)).toEqual(['load', 'load', 'load']);
    const order = [2, 0, 1];
    for (const index of order) {
      const outcome = await processes.run(tasks[index] as SampleTask, { deadlineMs: 20_000, signal: NEVER });
      expect(outcome.ok).toBe(true);
    }
    const called = await logLines();
    expect(called.map(([what]) => what)).toEqual(['call', 'call', 'call']);
    const pids = called.map(([, pid]) => pid);
    expect(new Set(pids).size).toBe(3);
    expect([...pids].sort()).toEqual(loaded.map(([, pid]) => pid).sort());
  });

  it('tell in their turn why a module does not load', async () => {
    const task = sampleOf(await variants.write(`${INPUTS}\nthrow new Error('no database');`));
    await processes.prepare([task], NEVER);
    const outcome = await processes.run(task, { deadlineMs: 20_000, signal: NEVER });
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'load-threw' } });
  });

  it('are stopped when loading takes too long, without holding up the others', async () => {
    const impatient = start({ loadDeadlineMs: 700 });
    const stuck = sampleOf(await variants.write(`${INPUTS}\nfor (;;);`));
    const fine = sampleOf(await variants.write(`${INPUTS}\nexport const call = (receiver, args) => args[0];`));
    await impatient.prepare([stuck, fine], NEVER);
    const limits = { deadlineMs: 20_000, signal: NEVER };
    expect(await impatient.run(stuck, limits)).toMatchObject({ ok: false, failure: { kind: 'load-timed-out' } });
    expect(await impatient.run(fine, limits)).toMatchObject({ ok: true });
    await impatient.dispose();
  });

  it('serve the next tasks when they were started without one', async () => {
    const variant = await variants.write(`${INPUTS}\nexport const call = () => process.pid;`);
    await processes.startAhead(2);
    for (let i = 0; i < 3; i++) {
      const outcome = await processes.run(
        { kind: 'observe', variant, seed: 1, caseIndex: 0 },
        { deadlineMs: 20_000, signal: NEVER },
      );
      expect(outcome.ok).toBe(true);
    }
  });

  it('are gone when the runner is disposed, whether they had a task or not', async () => {
    const own = start();
    await own.startAhead(1);
    await own.prepare([sampleOf(await variants.write(`${TELL_PID}\n${INPUTS}\nexport const call = () => 1;`))], NEVER);
    const pid = await pidTold();
    expect(isAlive(pid)).toBe(true);
    await own.startAhead(1);
    await own.dispose();
    await expectGone(pid);
  });

  it('are not waited for once the run is cancelled', async () => {
    const own = start();
    const abort = new AbortController();
    const stuck = sampleOf(
      await variants.write(`${INPUTS}\nawait new Promise((resolve) => setTimeout(resolve, 60_000));`),
    );
    const preparing = own.prepare([stuck], abort.signal);
    setTimeout(() => abort.abort(new Error('stop')), 300);
    await expect(preparing).rejects.toThrow('stop');
    await own.dispose();
  });

  it('are not even begun when the run is cancelled while Node is being asked what it can do', async () => {
    const own = start();
    const abort = new AbortController();
    const task = sampleOf(await variants.write(`${INPUTS}\nexport const call = () => 1;`));
    const preparing = own.prepare([task], abort.signal);
    abort.abort(new Error('stop'));
    await expect(preparing).rejects.toThrow('stop');
    await own.dispose();
  });
});

describe('permissions', () => {
  it('let the code write to its own temporary folder, and to a granted one', async () => {
    const granted = path.join(variants.folder, 'granted');
    await mkdir(path.join(granted, 'deeper'), { recursive: true });
    const allowed = start({ allowWrite: [granted, path.join(granted, 'deeper')] });
    const variant = await variants.write(`${INPUTS}
      import { writeFileSync } from 'node:fs'; import { tmpdir } from 'node:os';
      export const call = () => { writeFileSync(tmpdir() + '/a', 'x'); writeFileSync(${JSON.stringify(granted)} + '/deeper/b', 'x'); };`);
    const outcome = await allowed.run(
      { kind: 'observe', variant, seed: 1, caseIndex: 0 },
      { deadlineMs: 20_000, signal: NEVER },
    );
    await allowed.dispose();
    expect(outcome).toMatchObject({ ok: true, answer: { outcome: 'returned' } });
    expect(existsSync(path.join(granted, 'deeper', 'b'))).toBe(true);
  });
});

describe('nothing outlives its starter', () => {
  it('an aborted task rejects with the reason and its process is gone', async () => {
    const variant = await variants.write(`${INPUTS} ${TELL_PID} export const call = () => { for (;;); };`);
    const abort = new AbortController();
    const running = processes.run(
      { kind: 'observe', variant, seed: 1, caseIndex: 0 },
      { deadlineMs: 60_000, signal: abort.signal },
    );
    const pid = await pidTold();
    abort.abort(new Error('cancelled by the user'));
    await expect(running).rejects.toThrow('cancelled by the user');
    expect(isAlive(pid)).toBe(false);
  });

  it('a disposed runner ends what still runs', async () => {
    const own = start();
    const variant = await variants.write(`${INPUTS} ${TELL_PID} export const call = () => { for (;;); };`);
    const running = own.run({ kind: 'observe', variant, seed: 1, caseIndex: 0 }, { deadlineMs: 60_000, signal: NEVER });
    const pid = await pidTold();
    await own.dispose();
    expect(await running).toMatchObject({ ok: false, failure: { kind: 'crashed' } });
    expect(isAlive(pid)).toBe(false);
  });

  it('a looping process and the scratch folder go when the starter is killed', async () => {
    const variant = await variants.write(`${INPUTS} ${TELL_PID} export const call = () => { for (;;); };`);
    const starter = path.join(variants.folder, 'starter.mjs');
    await build({
      stdin: {
        contents: `
          import { createBenchmarkProcesses } from ${JSON.stringify(fileURLToPath(new URL('../../../src/engine/process/benchmark-process.ts', import.meta.url)))};
          const options = JSON.parse(process.argv[2]);
          await createBenchmarkProcesses(options.start).run(options.task, { deadlineMs: 60000, signal: new AbortController().signal });`,
        resolveDir: variants.folder,
      },
      outfile: starter,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'silent',
    });
    const options = {
      start: {
        nodePath: process.execPath,
        runtime: 'node',
        childEntry: child.entry,
        temporaryFolder: scratchParent,
        allowWrite: [],
      },
      task: { kind: 'observe', variant, seed: 1, caseIndex: 0 },
    };
    const scratchBefore = readdirSync(scratchParent).length;
    const parent = spawn(process.execPath, [starter, JSON.stringify(options)], { stdio: 'ignore' });
    const pid = await pidTold();
    parent.kill('SIGKILL');
    await expectGone(pid);
    for (let attempt = 0; attempt < 60 && readdirSync(scratchParent).length > scratchBefore; attempt++) await delay(50);
    expect(readdirSync(scratchParent).length).toBe(scratchBefore);
  });
});

// The webassembly strategy on its fixtures: each rewrite is type-checked, bundled with its kernel's file and executed against the original on
// edge inputs. The kernel must have given some of the answers itself: falling back every time would be right as well, and useless.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import { createProjects } from '../../src/engine/source/project.ts';
import type { Candidate } from '../../src/engine/strategies/strategy.ts';
import { webassembly } from '../../src/engine/strategies/webassembly/webassembly.ts';
import { type ExecuteRequest, editedText, proposeOn, subjectOf, testFixtures } from '../support/check-strategy.ts';
import { executeSource } from '../support/execute-source.ts';
import { type ObservedOutcome, outcomeOf } from '../support/outcomes.ts';

interface KernelCount {
  runs: number;
  traps: number;
}

/** The candidate with a kernel file that counts, in a global, how often the kernel was run and how often in vain. */
function counting(candidate: Candidate, counter: string): Candidate {
  const count = `globalThis.${counter}`;
  const files = candidate.files.map((file) =>
    file.newText === undefined
      ? file
      : {
          ...file,
          newText: file.newText
            .replaceAll(/\b(kernel|own)\.run\(/g, `(${count}.runs++, $1).run(`)
            .replaceAll(/catch \{(?=\s*\/\/ (An index|Too little))/g, `catch { ${count}.traps++;`),
        },
  );
  return { ...candidate, files };
}

async function executeCounting(request: ExecuteRequest): Promise<readonly ObservedOutcome[]> {
  const { subject, candidate, cases, text } = request;
  const counter = 'speedlensKernelCount';
  const count: KernelCount = { runs: 0, traps: 0 };
  Reflect.set(globalThis, counter, count);
  const loaded = await executeSource(subject, text, counting(candidate, counter));
  const receiver = cases.receiver?.(loaded.exports);
  const outcomes: ObservedOutcome[] = [];
  for (const args of cases.calls?.() ?? []) outcomes.push(await outcomeOf(() => loaded.call(receiver, args), args));
  expect(count.runs - count.traps, 'calls that the kernel answered').toBeGreaterThan(0);
  return outcomes;
}

testFixtures(webassembly, { execute: executeCounting });

it('says of plain arrays whose missing elements are asked for that keys which are no indices are not looked at', () => {
  const said = (parameter: string, body: string): readonly string[] => {
    const text = `export function smoothed(${parameter}, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) for (let k = 0; k < n; k++) for (let j = 0; j < n; j++) ${body}
  return sum;
}
`;
    const proposal = proposeOn(webassembly, subjectOf(text));
    if (proposal.kind === 'declined') throw new Error(proposal.reasons[0]?.message);
    return proposal.candidates[0].caveats.filter(({ code }) => code === 'A19').map(({ message }) => message);
  };
  const missing = 'sum += (values[i - k] ?? 0) * (values[k] ?? 0);';
  expect(said('values: number[]', missing)).toEqual([
    'it differs where values has keys of its own that are no indices (`values[-1] = 5`): they count as missing',
  ]);
  expect(said('field: boolean[][]', 'if (field[i - 1]?.[k]) sum += j;')[0]).toContain('field has keys');
  expect(said('values: Float64Array', missing)).toEqual([]);
  expect(said('values: number[]', 'sum += values[i]! * values[k]!;')).toEqual([]);
});

const run = promisify(execFile);
const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const projects = createProjects();

interface UserProject {
  readonly files: Readonly<Record<string, string>>;
  readonly subject: string;
  readonly main: string;
  /** What makes a program of it before it is run. */
  readonly prepare?: (folder: string) => Promise<unknown>;
  readonly nodeOptions?: readonly string[];
}

/** Applies the rewrite of `sieve` in a folder as the user would, and runs the program. */
async function runInProject({ files, subject, main, prepare, nodeOptions = [] }: UserProject): Promise<string> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'speedlens-user-project-')));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const opened = openSubject({ file: join(folder, subject), select: { name: 'sieve' } }, projects);
    const proposal = proposeOn(webassembly, opened);
    if (proposal.kind === 'declined') throw new Error(proposal.reasons[0].message);
    const [candidate] = proposal.candidates;
    const changes = new Map([[opened.file, editedText(opened, candidate)]]);
    for (const file of candidate.files.slice(1)) changes.set(file.path, file.newText ?? '');
    expect(opened.project.diagnosticsAddedBy(changes)).toEqual([]);
    for (const [path, text] of changes) writeFileSync(path, text);
    await prepare?.(folder);
    const { stdout } = await run(process.execPath, [...nodeOptions, join(folder, main)], {
      cwd: folder,
      timeout: 30_000,
    });
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const compile = (folder: string) =>
  run(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', folder], { cwd: folder });

const plain = `/** @param {number} n @returns {number} */
function sieve(n) {
  const composite = new Uint8Array(n + 1);
  let count = 0;
  for (let i = 2; i <= n; i++) {
    if (composite[i] === 1) continue;
    count++;
    for (let j = i * i; j <= n; j += i) composite[j] = 1;
  }
  return count;
}
`;
const typed = plain
  .replace('/** @param {number} n @returns {number} */\n', 'export ')
  .replace('(n)', '(n: number): number');
const options = { strict: true, target: 'es2022', outDir: 'dist', rootDir: 'src', lib: ['es2023'], types: [] };
const noDom = 'declare const console: { log(...values: unknown[]): void };\n';

describe("the rewrite runs in the user's own project", () => {
  it('plain JavaScript as ES modules', async () => {
    const files = {
      'package.json': '{ "type": "module" }',
      'sieve.js': `export ${plain.slice(plain.indexOf('function'))}`.replace(
        'export',
        `${plain.slice(0, plain.indexOf('function'))}export`,
      ),
      'main.js': "import { sieve } from './sieve.js';\nconsole.log(sieve(1000));\n",
    };
    expect(await runInProject({ files, subject: 'sieve.js', main: 'main.js' })).toBe('168\n');
  });

  it('plain JavaScript as CommonJS, in a worker', async () => {
    const files = {
      'package.json': '{}',
      'sieve.js': `${plain}\nmodule.exports = { sieve };\n`,
      'work.js': "require('node:worker_threads').parentPort.postMessage(require('./sieve.js').sieve(1000));\n",
      'main.js':
        "const { Worker } = require('node:worker_threads');\nnew Worker(require.resolve('./work.js')).on('message', (value) => console.log(value, require('./sieve.js').sieve(1000)));\n",
    };
    expect(await runInProject({ files, subject: 'sieve.js', main: 'main.js' })).toBe('168 168\n');
  });

  it('TypeScript compiled to ES modules by tsc, whose libraries declare no WebAssembly', async () => {
    const files = {
      'package.json': '{ "type": "module" }',
      'tsconfig.json': JSON.stringify({
        compilerOptions: { ...options, module: 'nodenext', noUncheckedIndexedAccess: true },
        include: ['src'],
      }),
      'src/sieve.ts': typed,
      'src/main.ts': `import { sieve } from './sieve.js';\n${noDom}console.log(sieve(1000));\n`,
    };
    expect(await runInProject({ files, subject: 'src/sieve.ts', main: 'dist/main.js', prepare: compile })).toBe(
      '168\n',
    );
  });

  it('TypeScript compiled to CommonJS by tsc', async () => {
    const files = {
      'package.json': '{}',
      'tsconfig.json': JSON.stringify({
        compilerOptions: { ...options, lib: ['es2023', 'dom'], module: 'node16' },
        include: ['src'],
      }),
      'src/sieve.ts': typed,
      'src/main.ts': "import { sieve } from './sieve';\nconsole.log(sieve(1000));\n",
    };
    expect(await runInProject({ files, subject: 'src/sieve.ts', main: 'dist/main.js', prepare: compile })).toBe(
      '168\n',
    );
  });

  it('a bundle made by esbuild, also where WebAssembly is not allowed', async () => {
    const files = {
      'package.json': '{ "type": "module" }',
      'tsconfig.json': JSON.stringify({
        compilerOptions: { ...options, lib: ['es2023', 'dom'], module: 'esnext', moduleResolution: 'bundler' },
        include: ['src'],
      }),
      'src/sieve.ts': typed,
      'src/main.ts': "import { sieve } from './sieve';\nconsole.log(typeof WebAssembly, sieve(1000));\n",
    };
    const prepare = (folder: string) =>
      build({
        entryPoints: [join(folder, 'src/main.ts')],
        outfile: join(folder, 'dist/main.js'),
        bundle: true,
        format: 'esm',
        platform: 'browser',
        logLevel: 'silent',
      });
    const project = { files, subject: 'src/sieve.ts', main: 'dist/main.js', prepare };
    expect(await runInProject(project)).toBe('object 168\n');
    expect(await runInProject({ ...project, nodeOptions: ['--jitless'] })).toBe('undefined 168\n');
  });
});

describe('arrays that stay in the memory of the kernel', () => {
  interface Loaded {
    readonly saxpy: (a: number, x: readonly number[], y: number[]) => void;
    readonly saxpyResident: (a: number, x: Float64Array, y: Float64Array) => void;
    readonly saxpyNumbers: (xLength: number, yLength: number) => readonly [Float64Array, Float64Array];
  }
  const count = { inPlace: 0, copied: 0 };
  Reflect.set(globalThis, 'speedlensPlaces', count);

  /** The suggested code, which counts where it works. */
  async function loaded(module = 'WebAssembly.Module'): Promise<Loaded> {
    const file = join(repository, 'test/strategies/webassembly/resident-saxpy/before.ts');
    const subject = openSubject({ file, select: { name: 'saxpy' } }, projects);
    const proposal = proposeOn(webassembly, subject);
    const candidate =
      proposal.kind === 'candidates' ? proposal.candidates.find(({ variant }) => variant === 'resident') : undefined;
    if (candidate === undefined) throw new Error('No candidate keeps arrays in place.');
    const files = candidate.files.map((each) => ({
      ...each,
      ...(each.newText !== undefined && {
        newText: each.newText
          .replace('own.run(', '(globalThis.speedlensPlaces.inPlace++, own).run(')
          .replace('kernel.run(', '(globalThis.speedlensPlaces.copied++, kernel).run(')
          .replace('WebAssembly.Module', module),
      }),
    }));
    const { exports } = await executeSource(subject, editedText(subject, candidate), { ...candidate, files });
    Object.assign(count, { inPlace: 0, copied: 0 });
    return exports as unknown as Loaded;
  }

  const [left, right] = [Math.sin, Math.cos].map((of) => Array.from({ length: 50 }, (_, index) => of(index))) as [
    number[],
    number[],
  ];

  function expected({ saxpy }: Loaded, x: readonly number[], y: readonly number[]): Float64Array {
    const after = y.slice();
    saxpy(0.5, x, after);
    return Float64Array.from(after);
  }

  function filled([x, y]: readonly [Float64Array, Float64Array]): readonly [Float64Array, Float64Array] {
    x.set(left);
    y.set(right);
    return [x, y];
  }

  it('they are worked on where they are, parts of them as well, and cannot be taken away', async () => {
    const module = await loaded();
    const [x, y] = filled(module.saxpyNumbers(50, 50));
    module.saxpyResident(0.5, x, y);
    expect(y).toEqual(expected(module, left, right));
    module.saxpyResident(0.5, x.subarray(0, 20), x.subarray(20, 40));
    expect(x.subarray(20, 40)).toEqual(expected(module, left.slice(0, 20), left.slice(20, 40)));
    expect(count).toEqual({ inPlace: 2, copied: 0 });
    try {
      structuredClone(x.buffer, { transfer: [x.buffer as ArrayBuffer] });
    } catch {
      // Node 20 makes a copy, later ones refuse: it stays in either case.
    }
    expect(x.length).toBe(50);
  });

  it('others are copied, however large, and those that stay keep what they hold', async () => {
    const module = await loaded();
    const [x, y] = filled(module.saxpyNumbers(50, 50));
    const [, other] = filled(module.saxpyNumbers(50, 50));
    module.saxpyResident(0.5, x, other);
    expect(other).toEqual(expected(module, left, right));
    const large = new Float64Array(100_000).fill(2);
    module.saxpyResident(0.5, large, large.slice());
    module.saxpyResident(0.5, Float64Array.from(left), y);
    expect(y).toEqual(expected(module, left, right));
    expect(count).toEqual({ inPlace: 0, copied: 3 });
    expect(x).toEqual(Float64Array.from(left));
  });

  it('one array in two places is what the original makes of it, and one that shares a part is refused', async () => {
    const module = await loaded();
    const [x] = filled(module.saxpyNumbers(50, 50));
    const both = left.slice();
    module.saxpy(0.5, both, both);
    module.saxpyResident(0.5, x, x);
    expect(x).toEqual(Float64Array.from(both));
    expect(() => module.saxpyResident(0.5, x.subarray(0, 20), x.subarray(19, 40))).toThrow('x and y share elements.');
    expect(() => module.saxpyResident(0.5, x, new Float64Array(x.buffer, x.byteOffset))).toThrow(RangeError);
    expect(x).toEqual(Float64Array.from(both));
    expect(count).toEqual({ inPlace: 0, copied: 0 });
  });

  it('without WebAssembly they are arrays like any other', async () => {
    const module = await loaded('Missing.Module');
    const [x, y] = filled(module.saxpyNumbers(50, 50));
    module.saxpyResident(0.5, x, y);
    expect(y).toEqual(expected(module, left, right));
    expect(() => module.saxpyNumbers(-1, 1)).toThrow(RangeError);
    expect(count).toEqual({ inPlace: 0, copied: 0 });
  });
});

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
import { type ExecuteRequest, editedText, proposeOn, testFixtures } from '../support/check-strategy.ts';
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
            .replaceAll('kernel.run(', `(${count}.runs++, kernel).run(`)
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

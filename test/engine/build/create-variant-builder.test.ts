import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVariantBuilder } from '../../../src/engine/build/create-variant-builder.ts';
import { loadEsbuild } from '../../../src/engine/build/esbuild-service.ts';
import type { BuildRequest, VariantBuilder } from '../../../src/engine/build/variant-builder.ts';
import type { AccessPath } from '../../../src/engine/source/subject.ts';
import type { Candidate } from '../../../src/engine/strategies/strategy.ts';
import { evaluateIn, type ScratchProject, scratchProject, subjectAt } from './scratch-project.ts';

const binding = (name: string): AccessPath => ({ kind: 'binding', name });
const noInputs: BuildRequest['inputs'] = {
  origin: 'declared',
  notes: [],
  source: { kind: 'bench-tags', expressions: ['[1]'] },
};

let builder: VariantBuilder;
let project: ScratchProject | undefined;

beforeEach(() => {
  builder = createVariantBuilder();
});
afterEach(async () => {
  await builder.dispose();
  project?.remove();
});

interface Attempt {
  readonly files: Readonly<Record<string, string>>;
  readonly subject: string;
  readonly access: AccessPath;
  readonly request?: Partial<BuildRequest>;
  readonly prepare?: (project: ScratchProject) => void;
}

async function build(attempt: Attempt) {
  project?.remove();
  project = scratchProject(attempt.files);
  attempt.prepare?.(project);
  const subject = subjectAt(project, attempt.subject, attempt.access);
  const request = { id: 'baseline', subject, inputs: noInputs, ...attempt.request };
  return builder.build(request, new AbortController().signal);
}

async function buildAndEvaluate(attempt: Attempt, expression: string): Promise<unknown> {
  const outcome = await build(attempt);
  if (!outcome.ok) throw new Error(outcome.message);
  return evaluateIn(outcome.bundle.entry, expression, outcome.bundle.cwd);
}

describe('what a variant can be built from', () => {
  it('an exported function of an ES module with local imports, JSON and an import cycle', async () => {
    const value = await buildAndEvaluate(
      {
        files: {
          'src/hot.ts': `import { twice } from './twice.ts';\nimport table from './table.json' with { type: 'json' };\nexport const base = 10;\nexport function hot(x: number): number { return twice(x) + table.bonus; }\n`,
          'src/twice.ts': `import { base } from './hot.ts';\nexport function twice(x: number): number { return 2 * x + base; }\n`,
          'src/table.json': '{ "bonus": 100 }',
        },
        subject: 'src/hot.ts',
        access: binding('hot'),
      },
      'variant.call(undefined, [4])',
    );
    expect(value).toBe(118);
  });

  it('a function that is not exported, with module constants and top-level await', async () => {
    const value = await buildAndEvaluate(
      {
        files: { 'hot.mjs': 'const factor = await Promise.resolve(3);\nfunction hot(x) { return x * factor; }\n' },
        subject: 'hot.mjs',
        access: binding('hot'),
      },
      'variant.call(undefined, [4])',
    );
    expect(value).toBe(12);
  });

  it('a CommonJS module whose exports are a class or a function, and which requires its neighbours', async () => {
    const value = await buildAndEvaluate(
      {
        files: {
          'package.json': '{}',
          'hot.js': `const { half } = require('./half.cjs');\nconst path = require('node:path');\nfunction inner(x) { return half(x) + path.basename(__filename); }\nmodule.exports = Object.freeze({ other: 1 });\n`,
          'half.cjs': 'exports.half = (x) => x / 2;\n',
        },
        subject: 'hot.js',
        access: binding('inner'),
      },
      'variant.call(undefined, [4])',
    );
    expect(value).toBe('2hot.js');
  });

  it('an anonymous default export', async () => {
    const value = await buildAndEvaluate(
      {
        files: { 'hot.ts': 'export default (x: number) => x + 1;\n' },
        subject: 'hot.ts',
        access: { kind: 'default-export' },
      },
      'variant.call(undefined, [4])',
    );
    expect(value).toBe(5);
  });

  it('a TSX module with styles, and a tsconfig with path aliases and a JSX factory', async () => {
    const value = await buildAndEvaluate(
      {
        files: {
          'tsconfig.json':
            '{ "compilerOptions": { "jsx": "react", "jsxFactory": "h", "baseUrl": ".", "paths": { "@lib/*": ["lib/*"] } } }',
          'lib/h.ts':
            'export const h = (tag: string, props: unknown, ...children: unknown[]) => ({ tag, children });\n',
          'src/view.tsx': `import './view.css';\nimport { h } from '@lib/h';\nexport function view(name: string) { return <b>{name}</b>; }\n`,
          'src/view.css': 'b { color: red }',
        },
        subject: 'src/view.tsx',
        access: binding('view'),
      },
      'variant.call(undefined, ["x"])',
    );
    expect(value).toEqual({ tag: 'b', children: ['x'] });
  });

  it('npm packages stay outside and are found from the file that imports them, with the condition of its syntax', async () => {
    const value = await buildAndEvaluate(
      {
        files: {
          'hot.mjs': `import { which } from 'dual';\nimport { createRequire } from 'node:module';\nimport { inner } from './nested/inner.mjs';\nexport function hot() { return [which, inner(), createRequire(import.meta.url)('dual').which, globalThis.loads]; }\n`,
          'nested/inner.mjs': `import { version } from 'old';\nexport const inner = () => version;\n`,
          'nested/node_modules/old/package.json': '{ "name": "old", "type": "module", "exports": "./index.js" }',
          'nested/node_modules/old/index.js': 'export const version = "nested";\n',
          'node_modules/old/package.json': '{ "name": "old", "type": "module", "exports": "./index.js" }',
          'node_modules/old/index.js': 'export const version = "outer";\n',
          'node_modules/dual/package.json':
            '{ "name": "dual", "exports": { "module": "./never.js", "import": "./index.mjs", "require": "./index.cjs" } }',
          'node_modules/dual/index.mjs':
            'globalThis.loads = (globalThis.loads ?? 0) + 1;\nexport const which = "import";\n',
          'node_modules/dual/index.cjs': 'exports.which = "require";\n',
        },
        subject: 'hot.mjs',
        access: binding('hot'),
      },
      '[variant.call(undefined, []), (await import("dual")).which, globalThis.loads]',
    );
    // One load in all: the program's own import of the package is the same module instance as the variant's.
    expect(value).toEqual([['import', 'nested', 'require', 1], 'import', 1]);
  });

  it('names of a CommonJS package that Node could not import by name, in TypeScript compiled to CommonJS', async () => {
    const value = await buildAndEvaluate(
      {
        files: {
          'package.json': '{}',
          'hot.ts': `import { pick } from 'hidden';\nexport function hot(x: number) { return pick(x); }\n`,
          'node_modules/hidden/index.js':
            'const api = {}; for (const name of ["pick"]) api[name] = (x) => x + 1; module.exports = api;\n',
        },
        subject: 'hot.ts',
        access: binding('hot'),
      },
      'variant.call(undefined, [1])',
    );
    expect(value).toBe(2);
  });

  it('a workspace package that is linked into node_modules and published as TypeScript', async () => {
    const value = await buildAndEvaluate(
      {
        files: {
          'packages/shared/package.json': '{ "name": "@it/shared", "type": "module", "exports": "./src/index.ts" }',
          'packages/shared/src/index.ts': 'export const shared = (x: number): number => x * 5;\n',
          'app/hot.ts': `import { shared } from '@it/shared';\nexport function hot(x: number) { return shared(x); }\n`,
          'node_modules/@it/readme': '',
        },
        prepare: ({ folder }) =>
          symlinkSync(path.join(folder, 'packages/shared'), path.join(folder, 'node_modules/@it/shared')),
        subject: 'app/hot.ts',
        access: binding('hot'),
      },
      'variant.call(undefined, [2])',
    );
    expect(value).toBe(10);
  });

  it('a function inside an installed package', async () => {
    const value = await buildAndEvaluate(
      {
        files: {
          'package.json': '{}',
          'node_modules/lib/package.json': '{ "name": "lib" }',
          'node_modules/lib/index.js': `var helper = require('./helper');\nmodule.exports = function lib(x) { return helper(x); };\n`,
          'node_modules/lib/helper.js': 'module.exports = function (x) { return x - 1; };\n',
        },
        subject: 'node_modules/lib/index.js',
        access: { kind: 'default-export' },
      },
      'variant.call(undefined, [1])',
    );
    expect(value).toBe(0);
  });
});

describe('a module keeps its own place', () => {
  it('in ES modules: import.meta.url, dirname, filename, resolve and main', async () => {
    const value = await buildAndEvaluate(
      {
        files: {
          'src/hot.mjs': `import { readFileSync } from 'node:fs';\nexport function hot() { return [readFileSync(new URL('./data.txt', import.meta.url), 'utf8'), import.meta.dirname, import.meta.filename, import.meta.resolve('./data.txt'), import.meta.main, 'import.meta.url']; }\n`,
          'src/data.txt': 'hello',
        },
        subject: 'src/hot.mjs',
        access: binding('hot'),
      },
      'variant.call(undefined, [])',
    );
    const folder = project?.file('src') ?? '';
    expect(value).toEqual([
      'hello',
      folder,
      path.join(folder, 'hot.mjs'),
      `file://${folder}/data.txt`,
      false,
      'import.meta.url',
    ]);
  });

  it('in CommonJS: __dirname, __filename, computed require, require.main', async () => {
    const value = await buildAndEvaluate(
      {
        files: {
          'package.json': '{}',
          'src/hot.js': `const name = './da' + 'ta.json';\nfunction hot() { return [__dirname, { __filename }, require(name).v, require.main === module, require.resolve('./data.json')]; }\nmodule.exports = { hot };\n`,
          'src/data.json': '{ "v": 7 }',
        },
        subject: 'src/hot.js',
        access: binding('hot'),
      },
      'variant.call(undefined, [])',
    );
    const folder = project?.file('src') ?? '';
    expect(value).toEqual([
      folder,
      { __filename: path.join(folder, 'hot.js') },
      7,
      false,
      path.join(folder, 'data.json'),
    ]);
  });
});

describe('every kind of class and object member is reached', () => {
  const source = `
export class Grid {
  #cells;
  static made = 0;
  scale = (x) => x * this.#cells;
  constructor(cells) { this.#cells = cells; Grid.made += 1; }
  step(by) { return this.#cells + by; }
  static make(cells) { return new this(cells).step(0); }
  #mix(x, y) { return this.#cells * x + y; }
  static #count(x) { return x + 1; }
  get size() { return this.#cells; }
  set size(value) { this.#cells = value; }
  get #half() { return this.#cells / 2; }
}
export const tools = { factor: 2, scale(x) { return x * this.factor; }, deep: { twice: (x) => 2 * x } };
export default { half: (x) => x / 2 };
export const grid = (n) => new Grid(n);
`;
  const inputsText = `import { grid } from './grid.mjs';\nexport default { it: { sizes: [5], args: (n) => [n], receiver: (n) => grid(n) } };\n`;
  const inputs: BuildRequest['inputs'] = {
    origin: 'declared',
    notes: [],
    source: { kind: 'text', text: inputsText, key: 'it' },
  };
  const receiver = 'variant.inputs.receiver(5)';
  const member = (name: string, options: Partial<Extract<AccessPath, { kind: 'class-member' }>> = {}): AccessPath => ({
    kind: 'class-member',
    className: 'Grid',
    member: name,
    isStatic: false,
    isPrivate: name.startsWith('#'),
    as: 'method',
    ...options,
  });
  const cases: [string, AccessPath, string, unknown][] = [
    ['an instance method', member('step'), `variant.call(${receiver}, [2])`, 7],
    ['a static method', member('make', { isStatic: true }), 'variant.call(undefined, [3])', 3],
    ['a private method', member('#mix'), `variant.call(${receiver}, [2, 1])`, 11],
    ['a private static method', member('#count', { isStatic: true }), 'variant.call(undefined, [1])', 2],
    ['a getter', member('size', { as: 'getter' }), `variant.call(${receiver}, [])`, 5],
    ['a private getter', member('#half', { as: 'getter' }), `variant.call(${receiver}, [])`, 2.5],
    ['a setter', member('size', { as: 'setter' }), `((g) => { variant.call(g, [9]); return g.size; })(${receiver})`, 9],
    ['a constructor', member('constructor', { as: 'constructor' }), 'variant.call(undefined, [4]).size', 4],
    ['a field that holds an arrow function', member('scale', { as: 'field' }), `variant.call(${receiver}, [2])`, 10],
    [
      'an object method',
      { kind: 'object-member', binding: 'tools', path: ['scale'] },
      'variant.call(undefined, [3])',
      6,
    ],
    [
      'a method of a nested object',
      { kind: 'object-member', binding: 'tools', path: ['deep', 'twice'] },
      'variant.call(undefined, [21])',
      42,
    ],
    [
      'a method of a default-exported object',
      { kind: 'object-member', binding: 'default', path: ['half'] },
      'variant.call(undefined, [4])',
      2,
    ],
  ];
  it.each(cases)('%s', async (_, access, expression, expected) => {
    const value = await buildAndEvaluate(
      { files: { 'grid.mjs': source }, subject: 'grid.mjs', access, request: { inputs } },
      expression,
    );
    expect(value).toEqual(expected);
  });

  it('a private method of a class that a CommonJS module exports as a whole, and a function among its exports', async () => {
    const files = {
      'package.json': '{}',
      'hot.js':
        'module.exports = class { static #n = 2; static #run(x) { return x * this.#n; } };\nmodule.exports.add = (a, b) => a + b;\n',
    };
    const run: AccessPath = {
      kind: 'class-member',
      className: 'default',
      member: '#run',
      isStatic: true,
      isPrivate: true,
      as: 'method',
    };
    expect(await buildAndEvaluate({ files, subject: 'hot.js', access: run }, 'variant.call(undefined, [4])')).toBe(8);
    const add: AccessPath = { kind: 'object-member', binding: 'default', path: ['add'] };
    expect(await buildAndEvaluate({ files, subject: 'hot.js', access: add }, 'variant.call(undefined, [4, 5])')).toBe(
      9,
    );
  });

  it('a method of an anonymous default-exported class', async () => {
    const value = await buildAndEvaluate(
      {
        files: { 'hot.mjs': 'export default class { static #n = 2; static run(x) { return x * this.#n; } }\n' },
        subject: 'hot.mjs',
        access: {
          kind: 'class-member',
          className: 'default',
          member: 'run',
          isStatic: true,
          isPrivate: false,
          as: 'method',
        },
      },
      'variant.call(undefined, [4])',
    );
    expect(value).toBe(8);
  });
});

describe('inputs', () => {
  const files = {
    'hot.ts':
      'const LIMIT = 3;\nexport class Box { constructor(readonly v: number) {} }\nexport function hot(box: Box): boolean { return box instanceof Box && box.v < LIMIT; }\n',
    'hot.inputs.ts': `import { Box } from './hot';\nexport default { hot: { sizes: [1, 2], args: (n: number) => [new Box(n)] } };\n`,
  };
  const fromFile = (key: string): BuildRequest['inputs'] => ({
    origin: 'declared',
    notes: [],
    source: { kind: 'file', path: project?.file('hot.inputs.ts') ?? '', key },
    sizes: [7],
  });

  it('an inputs module sees the same classes as the subject, and asked sizes replace its own', async () => {
    project = scratchProject(files);
    const outcome = await builder.build(
      { id: 'baseline', subject: subjectAt(project, 'hot.ts', binding('hot')), inputs: fromFile('hot') },
      new AbortController().signal,
    );
    if (!outcome.ok) throw new Error(outcome.message);
    const value = await evaluateIn(
      outcome.bundle.entry,
      '[variant.call(undefined, variant.inputs.args(1)), variant.inputs.sizes]',
      project.folder,
    );
    expect(value).toEqual([true, [7]]);
  });

  it('a key that the inputs module does not have is named, with those that it has', async () => {
    project = scratchProject(files);
    const outcome = await builder.build(
      { id: 'baseline', subject: subjectAt(project, 'hot.ts', binding('hot')), inputs: fromFile('cold') },
      new AbortController().signal,
    );
    if (!outcome.ok) throw new Error(outcome.message);
    await expect(evaluateIn(outcome.bundle.entry, '1', project.folder)).rejects.toThrow(
      /has no entry "cold"; it has: hot\./,
    );
  });

  it('@bench tags are evaluated in the scope of the module, afresh each time', async () => {
    const tags: BuildRequest['inputs'] = {
      origin: 'declared',
      notes: [],
      source: { kind: 'bench-tags', expressions: ['[new Box(LIMIT - 1)]', '[new Box(LIMIT)]'] },
    };
    const value = await buildAndEvaluate(
      { files, subject: 'hot.ts', access: binding('hot'), request: { inputs: tags } },
      '[...variant.inputs.fixed.map((f) => [f.label, variant.call(undefined, f.args())]), variant.inputs.fixed[0].args()[0] === variant.inputs.fixed[0].args()[0]]',
    );
    expect(value).toEqual([['[new Box(LIMIT - 1)]', true], ['[new Box(LIMIT)]', false], false]);
  });
});

describe('candidates', () => {
  const files = {
    'fib.ts': 'export function fib(n: number): number {\n  return n < 2 ? n : fib(n - 1) + fib(n - 2);\n}\n',
  };
  const candidate = (extra: Partial<Candidate> & Pick<Candidate, 'files'>): Candidate => ({
    strategy: 'memoization',
    variant: 'bounded-map',
    summary: '',
    signature: 'same',
    dependencies: {},
    workload: 'single',
    tolerance: 'exact',
    caveats: [],
    ...extra,
  });

  it('edits are applied, and state can be counted and forgotten in the scope of the edited module', async () => {
    project = scratchProject(files);
    const subject = subjectAt(project, 'fib.ts', binding('fib'));
    const path = subject.file;
    const edits = [
      { start: 0, end: 0, text: 'const fibCache = new Map<number, number>();\n' },
      {
        start: subject.text.indexOf('  return'),
        end: subject.text.indexOf('  return'),
        text: '  fibCache.set(n, n);\n',
      },
    ];
    const outcome = await builder.build(
      {
        id: 'memoization/bounded-map',
        subject,
        inputs: noInputs,
        candidate: candidate({
          files: [{ path, edits }],
          resetExpression: 'fibCache.clear()',
          cacheSizeExpression: 'fibCache.size',
        }),
      },
      new AbortController().signal,
    );
    if (!outcome.ok) throw new Error(outcome.message);
    const value = await evaluateIn(
      outcome.bundle.entry,
      '[variant.call(undefined, [5]), variant.cacheSize(), variant.reset(), variant.cacheSize()]',
      project.folder,
    );
    expect(value).toEqual([5, 6, null, 0]);
  });

  it('worker entries are built beside the variant, and a pool of piscina runs them', async () => {
    project = scratchProject(files);
    const subject = subjectAt(project, 'fib.ts', binding('fib'));
    const urlExpression = `new URL('./fib.worker.ts', import.meta.url).href`;
    const pool = `\nimport { Piscina } from 'piscina';\nlet pool: Piscina | undefined;\nexport async function fibMany(lists: [number][]) {\n  pool ??= new Piscina({ filename: ${urlExpression}, maxThreads: 2 });\n  return pool.run(lists);\n}\n`;
    const end = subject.text.length;
    const folder = project;
    const buildWith = (workerText: string) =>
      builder.build(
        {
          id: 'workers/call-batch',
          subject,
          inputs: noInputs,
          candidate: candidate({
            strategy: 'workers',
            signature: 'async',
            files: [
              { path: subject.file, edits: [{ start: end, end, text: pool }] },
              {
                path: folder.file('fib.worker.ts'),
                newText: workerText,
              },
            ],
            callBinding: 'fibMany',
            workload: 'batch',
            disposeExpression: 'pool?.destroy()',
            workerEntries: [{ path: folder.file('fib.worker.ts'), urlExpression }],
          }),
        },
        new AbortController().signal,
      );
    const workerText = `import { isMainThread } from 'node:worker_threads';\nimport { fib } from './fib.ts';\nexport default (lists: [number][]) => [isMainThread, ...lists.map((list) => fib(...list))];\n`;
    const outcome = await buildWith(workerText);
    const longer = await buildWith(`${workerText}export const table = '${'x'.repeat(1000)}';\n`);
    if (!outcome.ok) throw new Error(outcome.message);
    // What the worker brings along is part of what the rewrite costs.
    expect(longer.ok && (longer.bundle.bytes ?? 0) - (outcome.bundle.bytes ?? 0)).toBeGreaterThanOrEqual(1000);
    expect(await evaluateIn(outcome.bundle.entry, 'variant.call(undefined, [[10], [7]])', project.folder)).toEqual([
      false,
      55,
      13,
    ]);
  });
});

it("the user's own copy of piscina is used where there is one", async () => {
  const value = await buildAndEvaluate(
    {
      files: {
        'hot.mjs': `import { Piscina } from 'piscina';\nexport const hot = () => new Piscina().name;\n`,
        'node_modules/piscina/package.json': '{ "name": "piscina", "type": "module", "exports": "./index.js" }',
        'node_modules/piscina/index.js': `export class Piscina { name = 'of the user'; }\n`,
      },
      subject: 'hot.mjs',
      access: binding('hot'),
    },
    'variant.call(undefined, [])',
  );
  expect(value).toBe('of the user');
});

describe('a module whose top level must not run', () => {
  const files = {
    'server.mjs': `import { createServer } from 'node:http';\nconst SCALE = 3;\nexport class Box { constructor(v) { this.v = v; } }\nconst server = createServer();\nserver.listen(0);\nexport function hot(box) { return box.v * SCALE; }\n`,
  };
  const inputs: BuildRequest['inputs'] = {
    origin: 'generated',
    notes: [],
    source: {
      kind: 'text',
      key: 'hot',
      text: `import { Box } from './server.mjs';\nexport default { hot: { args: (n) => [new Box(n)] } };\n`,
    },
  };

  it('is cut down to what the function and its inputs need, and the report is told', async () => {
    const outcome = await build({ files, subject: 'server.mjs', access: binding('hot'), request: { inputs } });
    if (!outcome.ok) throw new Error(outcome.message);
    expect(outcome.notes).toEqual([
      'Top-level code of the module that the function does not need was not run: line 5 (server.listen).',
    ]);
    expect(
      await evaluateIn(outcome.bundle.entry, 'variant.call(undefined, variant.inputs.args(2))', outcome.bundle.cwd),
    ).toBe(6);
  });

  it('a module that throws at load can be cut down on request', async () => {
    const throwing = { 'hot.mjs': `throw new Error('no database');\nexport function hot() { return 1; }\n` };
    const value = await buildAndEvaluate(
      { files: throwing, subject: 'hot.mjs', access: binding('hot'), request: { slice: true } },
      'variant.call(undefined, [])',
    );
    expect(value).toBe(1);
  });
});

describe('when it cannot be built', () => {
  it('a module that is not there is named with the line that imports it', async () => {
    const outcome = await build({
      files: { 'hot.ts': `export const x = 1;\nimport { y } from 'not-installed';\nexport const hot = () => y;\n` },
      subject: 'hot.ts',
      access: binding('hot'),
    });
    expect(outcome).toMatchObject({
      ok: false,
      message: `Cannot find the module "not-installed", imported at ${project?.file('hot.ts')}:2.`,
    });
  });

  it('a syntax error elsewhere is one sentence with file and line', async () => {
    const outcome = await build({
      files: { 'hot.ts': `import { y } from './y.ts';\nexport const hot = () => y;\n`, 'y.ts': 'export const y = ;\n' },
      subject: 'hot.ts',
      access: binding('hot'),
    });
    expect(outcome).toMatchObject({ ok: false, message: `Unexpected ";" at ${project?.file('y.ts')}:1.` });
  });

  it('a @bench tag that is no JavaScript is named', async () => {
    const inputs: BuildRequest['inputs'] = {
      origin: 'declared',
      notes: [],
      source: { kind: 'bench-tags', expressions: ['[1]', '[1, ,'] },
    };
    const outcome = await build({
      files: { 'hot.ts': 'export const hot = () => 1;\n' },
      subject: 'hot.ts',
      access: binding('hot'),
      request: { inputs },
    });
    expect(outcome).toMatchObject({ ok: false, message: expect.stringContaining('The @bench tag [1, ,') });
  });
});

describe('esbuild', () => {
  it('as WebAssembly builds the same and leaves no process behind', async () => {
    const esbuild = await loadEsbuild({ workspaceFolder: process.cwd(), ownLocation: import.meta.url, only: 'wasm' });
    const wasmBuilder = createVariantBuilder({ esbuild });
    project = scratchProject({ 'hot.ts': 'export const hot = (x: number): number => x + 1;\n' });
    const outcome = await wasmBuilder.build(
      { id: 'baseline', subject: subjectAt(project, 'hot.ts', binding('hot')), inputs: noInputs },
      new AbortController().signal,
    );
    if (!outcome.ok) throw new Error(outcome.message);
    expect(await evaluateIn(outcome.bundle.entry, 'variant.call(undefined, [1])', project.folder)).toBe(2);
    await wasmBuilder.dispose();
    expect(childrenOfThisProcess()).not.toEqual([]);
    await esbuild.stop();
    await expect.poll(childrenOfThisProcess).toEqual([]);
  });
});

/** Process ids whose command line runs an esbuild service for this process. */
function childrenOfThisProcess(): string[] {
  if (!existsSync('/proc')) return [];
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
    .split(' ')
    .filter((id) => id !== '');
  return children.filter((id) => readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--service='));
}

describe('clean-up', () => {
  it('disposing removes everything that was written', async () => {
    const outcome = await build({
      files: { 'hot.ts': 'export const hot = () => 1;\n' },
      subject: 'hot.ts',
      access: binding('hot'),
    });
    if (!outcome.ok) throw new Error(outcome.message);
    const folder = path.dirname(path.dirname(outcome.bundle.entry));
    expect(readdirSync(folder)).toHaveLength(1);
    await builder.dispose();
    expect(existsSync(folder)).toBe(false);
    await expect.poll(childrenOfThisProcess).toEqual([]);
    expect(readdirSync(project?.folder ?? '').sort()).toEqual(['hot.ts', 'package.json']);
  });

  it('a run that was cancelled builds nothing more', async () => {
    project = scratchProject({ 'hot.ts': 'export const hot = () => 1;\n' });
    const cancelled = AbortSignal.abort(new Error('cancelled by the test'));
    const request = { id: 'baseline', subject: subjectAt(project, 'hot.ts', binding('hot')), inputs: noInputs };
    await expect(builder.build(request, cancelled)).rejects.toThrow('cancelled by the test');
  });

  it('a run that is cancelled while it builds rejects with the reason, and leaves nothing after disposing', async () => {
    project = scratchProject({ 'hot.ts': 'export const hot = () => 1;\n' });
    const temporaryRoot = project.file('temporary');
    mkdirSync(temporaryRoot);
    const ownBuilder = createVariantBuilder({ temporaryRoot });
    const controller = new AbortController();
    const request = { id: 'baseline', subject: subjectAt(project, 'hot.ts', binding('hot')), inputs: noInputs };
    const building = ownBuilder.build(request, controller.signal);
    setImmediate(() => controller.abort(new Error('cancelled half-way')));
    await expect(building).rejects.toThrow('cancelled half-way');
    await ownBuilder.dispose();
    expect(readdirSync(temporaryRoot)).toEqual([]);
  });

  it('what is still being built when it disposes makes nothing anew', async () => {
    project = scratchProject({ 'hot.ts': 'export const hot = () => 1;\n' });
    const temporaryRoot = project.file('temporary');
    mkdirSync(temporaryRoot);
    const esbuild = await loadEsbuild({ workspaceFolder: process.cwd(), ownLocation: import.meta.url });
    // One that takes its time, and writes in the end.
    let write = (): void => {};
    const slow = new Promise<void>((resolve) => {
      write = resolve;
    });
    const late: typeof esbuild = {
      ...esbuild,
      context: async (options) => {
        await slow;
        return esbuild.context(options);
      },
    };
    const ownBuilder = createVariantBuilder({ temporaryRoot, esbuild: late });
    const request = { id: 'baseline', subject: subjectAt(project, 'hot.ts', binding('hot')), inputs: noInputs };
    const building = ownBuilder.build(request, new AbortController().signal);
    const disposing = ownBuilder.dispose();
    write();
    await Promise.allSettled([building, disposing]);
    expect(readdirSync(temporaryRoot)).toEqual([]);
    await esbuild.stop();
  });
});

it('csv-parse is brought along where the project has none', async () => {
  const value = await buildAndEvaluate(
    {
      files: {
        'hot.mjs': `import { parse } from 'csv-parse/sync';\nexport const hot = (text) => parse(text);\n`,
      },
      subject: 'hot.mjs',
      access: binding('hot'),
    },
    `variant.call(undefined, ['a,"b,c"\\n'])`,
  );
  expect(value).toEqual([['a', 'b,c']]);
});

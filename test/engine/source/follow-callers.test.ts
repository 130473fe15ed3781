// Callers in other files: which are found, and how imports and exports bring the new function to them. A rewrite of the workers strategy as they come.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/engine/source/edits.ts';
import { openSubject } from '../../../src/engine/source/open-subject.ts';
import { createProjects } from '../../../src/engine/source/project.ts';
import { workers } from '../../../src/engine/strategies/workers/workers.ts';
import { diagnosticsOf } from '../../../src/engine/type-gate.ts';
import { proposeOn } from '../../support/propose-on.ts';
import { projectFolder } from './project-folder.ts';

const projects = createProjects();
const body = `(xs: number[]): number[] {
  const out: number[] = [];
  for (const x of xs) {
    let s = x;
    for (let k = 0; k < 99; k++) s = Math.sin(s);
    out.push(s);
  }
  return out;
}
`;
const scores = `export function rate${body}`;
const tsconfig = JSON.stringify({
  compilerOptions: {
    strict: true,
    module: 'esnext',
    target: 'es2022',
    moduleResolution: 'bundler',
    noUnusedLocals: true,
    types: [],
  },
  include: ['src'],
});

interface Followed {
  /** Whole texts after the rewrite of the files other than the subject's, by name. */
  readonly texts: Readonly<Record<string, string>>;
  readonly message: string;
  /** What the type gate says about files other than the subject's: there are no types of Node and Piscina here. */
  readonly errors: readonly string[];
}

function follow(files: Readonly<Record<string, string>>, subjectFile = 'src/scores.ts'): Followed {
  const folder = projectFolder({ 'package.json': '{"type":"module"}', ...files });
  const subject = openSubject({ file: join(folder, subjectFile), select: { name: 'rate' } }, projects);
  const proposal = proposeOn(workers, subject);
  if (proposal.kind === 'declined') throw new Error(proposal.reasons.map(({ message }) => message).join(' '));
  const first = proposal.candidates.find(({ signature }) => signature === 'async');
  if (first === undefined) throw new Error('Nothing gives a promise.');
  const edited = first.files.filter(({ path, newText }) => path !== subject.file && newText === undefined);
  const nameOf = (path: string) => path.slice(folder.length + 1);
  return {
    texts: Object.fromEntries(
      edited.map(({ path, edits }) => [nameOf(path), applyEdits(readFileSync(path, 'utf8'), edits ?? [])]),
    ),
    message: first.caveats.find(({ code }) => code === 'W10')?.message ?? '',
    errors: diagnosticsOf(subject, first)
      .filter(({ file }) => edited.some(({ path }) => path === file))
      .map(({ file, line, message }) => `${nameOf(file)}:${line} ${message}`),
  };
}

function followsTo(files: Readonly<Record<string, string>>, expected: Readonly<Record<string, string>>): void {
  const { texts, errors } = follow({ 'tsconfig.json': tsconfig, 'src/scores.ts': scores, ...files });
  expect(texts).toEqual(expected);
  expect(errors).toEqual([]);
}

describe('a caller in another file that waits calls the new function', () => {
  it('by its name, in place of the import that is needed no longer', () => {
    followsTo(
      {
        'src/report.ts':
          "import { rate } from './scores';\n\nexport const sum = async (xs: number[]) => (await rate(xs)).length;\n",
      },
      {
        'src/report.ts':
          "import { rateParallel } from './scores';\n\nexport const sum = async (xs: number[]) => (await rateParallel(xs)).length;\n",
      },
    );
  });

  it('beside the import where the function is used otherwise', () => {
    followsTo(
      {
        'src/report.ts':
          "import {\n  rate,\n} from './scores';\nexport const all = [rate];\nexport const sum = async (xs: number[]) => await rate(xs);\n",
      },
      {
        'src/report.ts':
          "import {\n  rate,\n  rateParallel,\n} from './scores';\nexport const all = [rate];\nexport const sum = async (xs: number[]) => await rateParallel(xs);\n",
      },
    );
  });

  it('under its own name where the import had another', () => {
    followsTo(
      {
        'src/report.ts':
          "import { rate as score } from './scores';\nexport const sum = async (xs: number[]) => await score(xs);\n",
      },
      {
        'src/report.ts':
          "import { rateParallel } from './scores';\nexport const sum = async (xs: number[]) => await rateParallel(xs);\n",
      },
    );
  });

  it('through the whole module', () => {
    followsTo(
      {
        'src/report.ts':
          "import * as scores from './scores';\nexport const sum = async (xs: number[]) => await scores.rate(xs);\n",
      },
      {
        'src/report.ts':
          "import * as scores from './scores';\nexport const sum = async (xs: number[]) => await scores.rateParallel(xs);\n",
      },
    );
  });

  it.each([
    [
      'what is taken out of it',
      "export async function sum(xs: number[]) {\n  const { rate } = await import('./scores');\n  return await rate(xs);\n}\n",
      "export async function sum(xs: number[]) {\n  const { rateParallel } = await import('./scores');\n  return await rateParallel(xs);\n}\n",
    ],
    [
      'the module as a whole',
      "export async function sum(xs: number[]) {\n  const scores = await import('./scores');\n  return await scores.rate(xs);\n}\n",
      "export async function sum(xs: number[]) {\n  const scores = await import('./scores');\n  return await scores.rateParallel(xs);\n}\n",
    ],
  ])('that was imported when it was needed, by %s', (_, before, after) => {
    followsTo({ 'src/report.ts': before }, { 'src/report.ts': after });
  });

  it.each([
    ["import('./scores').then(({ rate }) => rate(xs));"],
    ["import('./scores').then((scores) => scores.rate(xs));"],
    ["import('./scores').then(({ rate: score }) => score(xs));"],
    ["(await import('./scores')).rate(xs);"],
  ])('or is named where it does not wait or cannot follow: %s', (call) => {
    const { texts, message } = follow({
      ...{ 'tsconfig.json': tsconfig, 'src/scores.ts': scores },
      'src/report.ts': `export async function sum(xs: number[]) {\n  return ${call}\n}\n`,
    });
    expect(texts).toEqual({});
    expect(message).toContain('report.ts:2');
  });

  it.each([
    ['export default function', `export default function rate${body}`],
    ['export default', `function rate${body}export default rate;\n`],
  ])('that was imported by %s', (_, text) => {
    followsTo(
      {
        'src/scores.ts': text,
        'src/one.ts': "import rate from './scores';\nexport const sum = async (xs: number[]) => await rate(xs);\n",
        'src/two.ts':
          "import score from './scores';\nexport { score };\nexport const sum = async (xs: number[]) => await score(xs);\n",
      },
      {
        'src/one.ts':
          "import { rateParallel } from './scores';\nexport const sum = async (xs: number[]) => await rateParallel(xs);\n",
        'src/two.ts':
          "import score, { rateParallel } from './scores';\nexport { score };\nexport const sum = async (xs: number[]) => await rateParallel(xs);\n",
      },
    );
  });

  it('beside a default import and other names', () => {
    followsTo(
      {
        'src/scores.ts': `export default function rate${body}export const most = 9;\n`,
        'src/one.ts':
          "import rate, { most } from './scores';\nexport const sum = async (xs: number[]) => (await rate(xs)).length + most;\n",
        'src/two.ts':
          "import rate, { most } from './scores';\nexport const sum = async (xs: number[]) => [await rate(xs), rate, most];\n",
      },
      {
        'src/one.ts':
          "import { rateParallel, most } from './scores';\nexport const sum = async (xs: number[]) => (await rateParallel(xs)).length + most;\n",
        'src/two.ts':
          "import rate, { rateParallel, most } from './scores';\nexport const sum = async (xs: number[]) => [await rateParallel(xs), rate, most];\n",
      },
    );
  });

  it('through files that export it again, which then export the new one as well', () => {
    followsTo(
      {
        'src/index.ts': "export { rate as score } from './lib/index';\nexport const version = 1;\n",
        'src/lib/index.ts': "export * from './inner';\n",
        'src/lib/inner.ts': "export {\n  rate,\n} from '../scores';\n",
        'src/main.ts':
          "import { score, version } from '.';\nexport const sum = async (xs: number[]) => [version, await score(xs)];\n",
      },
      {
        'src/index.ts': "export { rate as score, rateParallel } from './lib/index';\nexport const version = 1;\n",
        'src/lib/inner.ts': "export {\n  rate,\n  rateParallel,\n} from '../scores';\n",
        'src/main.ts':
          "import { rateParallel, version } from '.';\nexport const sum = async (xs: number[]) => [version, await rateParallel(xs)];\n",
      },
    );
  });

  it('through an export of the default under a name', () => {
    followsTo(
      {
        'src/scores.ts': `export default function rate${body}`,
        'src/index.ts': "export { default as rate } from './scores';\n",
        'src/main.ts': "import { rate } from './index';\nexport const sum = async (xs: number[]) => await rate(xs);\n",
      },
      {
        'src/index.ts': "export { default as rate, rateParallel } from './scores';\n",
        'src/main.ts':
          "import { rateParallel } from './index';\nexport const sum = async (xs: number[]) => await rateParallel(xs);\n",
      },
    );
  });

  it('through paths of the tsconfig, in a component', () => {
    followsTo(
      {
        'tsconfig.json': tsconfig.replace('"strict"', '"jsx":"preserve","paths":{"@lib/*":["./src/*"]},"strict"'),
        'src/view.tsx':
          "import { rate } from '@lib/scores';\nexport const View = async (xs: number[]) => { const rated = await rate(xs); return rated; };\n",
      },
      {
        'src/view.tsx':
          "import { rateParallel } from '@lib/scores';\nexport const View = async (xs: number[]) => { const rated = await rateParallel(xs); return rated; };\n",
      },
    );
  });

  it('byte for byte otherwise: byte order mark, Windows line ends, tabs', () => {
    followsTo(
      {
        'src/report.ts':
          "\uFEFFimport {\r\n\trate,\r\n} from './scores'\r\n\r\nexport const kept = rate // größe\r\nexport const sum = async (xs: number[]) => {\r\n\treturn await rate(xs)   \r\n}",
      },
      {
        'src/report.ts':
          "\uFEFFimport {\r\n\trate,\r\n\trateParallel,\r\n} from './scores'\r\n\r\nexport const kept = rate // größe\r\nexport const sum = async (xs: number[]) => {\r\n\treturn await rateParallel(xs)   \r\n}",
      },
    );
  });
});

describe('in JavaScript', () => {
  const types = '/**\n * @param {number[]} xs\n * @returns {number[]}\n */\n';
  const plain = `${types}function rate${body.replaceAll(': number[]', '')}`;
  const inJavaScript = (files: Readonly<Record<string, string>>, type: string) =>
    follow({ ...files, 'package.json': `{"type":"${type}"}` }, 'src/scores.js').texts;

  it('modules import the new function', () => {
    const texts = inJavaScript(
      {
        'src/scores.js': `${plain}export { rate };\n`,
        'src/index.js': "export { rate } from './scores.js';\n",
        'bin/run.mjs': "import { rate } from '../src/index.js';\nconsole.log(await rate([1]));\n",
        'dist/run.mjs': "import { rate } from '../src/index.js';\nconsole.log(await rate([1]));\n",
      },
      'module',
    );
    expect(texts).toEqual({
      'src/index.js': "export { rate, rateParallel } from './scores.js';\n",
      'bin/run.mjs': "import { rateParallel } from '../src/index.js';\nconsole.log(await rateParallel([1]));\n",
    });
  });

  it.each([
    'module.exports = { rate };',
    'exports.rate = rate;',
    'module.exports.rate = rate;',
    'module.exports = { rate: rate, most: 9 };',
  ])('callers require it, with %s', (exported) => {
    const texts = inJavaScript(
      {
        'src/scores.js': `'use strict';\n${plain}\n${exported}\n`,
        'src/one.js': "const { rate } = require('./scores');\nexports.one = async (xs) => (await rate(xs)).length;\n",
        'src/two.js':
          "const { rate: score } = require('./scores.js');\nexports.two = async (xs) => [score, await score(xs)];\n",
        'src/three.js': "const scores = require('./scores');\nexports.three = async (xs) => await scores.rate(xs);\n",
      },
      'commonjs',
    );
    expect(texts).toEqual({
      'src/one.js':
        "const { rateParallel } = require('./scores');\nexports.one = async (xs) => (await rateParallel(xs)).length;\n",
      'src/two.js':
        "const { rate: score, rateParallel } = require('./scores.js');\nexports.two = async (xs) => [score, await rateParallel(xs)];\n",
      'src/three.js':
        "const scores = require('./scores');\nexports.three = async (xs) => await scores.rateParallel(xs);\n",
    });
  });

  it.each([
    [
      'the rest is taken',
      "const { rate, ...others } = require('./scores');\nexports.one = async (xs) => [await rate(xs), others];\n",
    ],
    [
      'the name may change',
      "let { rate } = require('./scores');\nexports.one = async (xs) => (await rate(xs)).length;\n",
    ],
    [
      'it is put in its place',
      "const scores = require('./scores');\nscores.rate = traced(scores.rate);\nexports.one = async (xs) => await scores.rate(xs);\n",
    ],
  ])('is left alone where %s', (_, caller) => {
    const files = { 'src/scores.js': `'use strict';\n${plain}\nmodule.exports = { rate };\n`, 'src/one.js': caller };
    expect(inJavaScript(files, 'commonjs')).toEqual({});
  });

  it('is left alone where modules require each other', () => {
    const files = {
      'src/scores.js': `'use strict';\n${plain}\nmodule.exports = { rate };\nexports.lazy = () => require('./one');\n`,
      'src/one.js': "const { rate } = require('./scores');\nexports.one = async (xs) => (await rate(xs)).length;\n",
    };
    expect(inJavaScript(files, 'commonjs')).toEqual({});
  });

  it('a module that is a function is left alone', () => {
    const files = {
      'src/scores.js': `'use strict';\n${plain}\nmodule.exports = rate;\n`,
      'src/one.js': "const rate = require('./scores');\nexports.one = async (xs) => (await rate(xs)).length;\n",
    };
    expect(inJavaScript(files, 'commonjs')).toEqual({});
  });

  it('stars, where another module could have the name, are left alone', () => {
    const files = {
      'src/scores.js': `${plain}export { rate };\n`,
      'src/index.js': "export * from './scores.js';\nexport * from './others.js';\n",
      'src/main.js': "import { rate } from './index.js';\nexport const sum = async (xs) => await rate(xs);\n",
    };
    expect(inJavaScript(files, 'module')).toEqual({});
  });
});

describe('callers in other files are only named', () => {
  const waiting = "import { rate } from './scores';\nexport const sum = async (xs: number[]) => await rate(xs);\n";
  const named = (files: Readonly<Record<string, string>>): Followed =>
    follow({ 'tsconfig.json': tsconfig, 'src/scores.ts': scores, ...files });

  it('where one of them does not wait, none follows', () => {
    const { texts, message } = named({
      'src/report.ts': waiting,
      'src/now.ts': "import { rate } from './scores';\n\nexport const now = rate([1]);\n",
    });
    expect(texts).toEqual({});
    expect(message).toContain('its callers (now.ts:3, report.ts:2) must await it');
  });

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ['the new name is taken', { 'src/report.ts': `${waiting}export const rateParallel = 1;\n` }],
    [
      'a test mocks the module',
      { 'src/report.ts': waiting, 'src/report.test.ts': "vi.mock('./scores', () => ({ rate: () => [1] }));\n" },
    ],
    [
      'a test mocks it over several lines',
      { 'src/report.ts': waiting, 'src/report.test.ts': "vi.mock(\n  './scores',\n  () => ({}),\n);\n" },
    ],
    [
      'a test spies on the function',
      {
        'src/report.ts': waiting,
        'src/report.test.ts': "import * as scores from './scores';\nvi.spyOn(scores, 'rate');\n",
      },
    ],
    [
      'an import is exported again',
      {
        'src/index.ts': "import { rate } from './scores';\nexport { rate };\n",
        'src/report.ts': waiting.replace('./scores', './index'),
      },
    ],
    [
      'a namespace is exported',
      {
        'src/index.ts': "export * as scores from './scores';\n",
        'src/report.ts':
          "import { scores } from './index';\nexport const sum = async (xs: number[]) => await scores.rate(xs);\n",
      },
    ],
  ])('where %s', (_, files) => {
    const { texts, message } = named(files);
    expect(texts).toEqual({});
    expect(message).toMatch(/^Its callers \(report\.ts:2\) wait already and can call rateParallel as it is/);
  });

  it('tests go on trying the function as it is', () => {
    const { texts, message } = named({
      'src/report.ts': waiting,
      'src/scores.test.ts': "import { rate } from './scores';\nrate([1]);\n",
    });
    expect(Object.keys(texts)).toEqual(['src/report.ts']);
    expect(message).toContain('report.ts:2 waited already and calls rateParallel now.');
  });

  it('a function of the same name from elsewhere is not meant', () => {
    const { texts, message } = named({
      'src/others/scores.ts': 'export const rate = (xs: number[]) => xs;\n',
      'src/others/report.ts': waiting,
      'src/report.ts': `${waiting}export const other = (rate: () => number) => rate();\n`,
    });
    expect(Object.keys(texts)).toEqual(['src/report.ts']);
    expect(texts['src/report.ts']).toContain('other = (rate: () => number) => rate();');
    expect(message).toContain('report.ts:2 waited already');
  });

  it('in a file that is not UTF-8, which is not read', () => {
    const folder = projectFolder({ 'tsconfig.json': tsconfig, 'src/scores.ts': scores });
    writeFileSync(join(folder, 'src/report.ts'), Buffer.from(`${waiting}// gr\xF6\xDFe\n`, 'latin1'));
    const subject = openSubject({ file: join(folder, 'src/scores.ts'), select: { name: 'rate' } }, projects);
    const proposal = proposeOn(workers, subject);
    const candidates = proposal.kind === 'candidates' ? proposal.candidates : [];
    expect(candidates.find(({ signature }) => signature === 'async')?.files).toHaveLength(2);
  });
});

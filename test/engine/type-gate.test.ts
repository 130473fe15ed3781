// The type gate and the fidelity of texts, end to end: real strategies on files as people have them.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/engine/source/edits.ts';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import { createProjects } from '../../src/engine/source/project.ts';
import type { Subject } from '../../src/engine/source/subject.ts';
import { memoization } from '../../src/engine/strategies/memoization/memoization.ts';
import type { Candidate } from '../../src/engine/strategies/strategy.ts';
import { typedArrays } from '../../src/engine/strategies/typed-arrays/typed-arrays.ts';
import { diagnosticsOf, missingOfNode } from '../../src/engine/type-gate.ts';
import { proposeOn } from '../support/check-strategy.ts';
import { projectFolder } from './source/project-folder.ts';

const projects = createProjects();
const strict = { strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, noUnusedLocals: true };

function subjectIn(name: string, text: string, compilerOptions: Readonly<Record<string, unknown>> = strict): Subject {
  const config = JSON.stringify({
    compilerOptions: { target: 'es2022', module: 'esnext', moduleResolution: 'bundler', types: [], ...compilerOptions },
  });
  const folder = projectFolder({ 'tsconfig.json': config, [name]: text });
  return openSubject({ file: join(folder, name), select: { name: 'subject' } }, projects);
}

function candidatesFor(subject: Subject): readonly Candidate[] {
  return [memoization, typedArrays].flatMap((strategy) => {
    const proposal = proposeOn(strategy, subject);
    return proposal.kind === 'candidates' ? proposal.candidates : [];
  });
}

const recursive = `export function subject(n: number): number {
  return n < 2 ? n : subject(n - 1) + subject(n - 2);
}
`;
const table = `export function subject(limit: number): number {
  if (!Number.isInteger(limit) || limit < 0) return 0;
  const composite = new Array<boolean>(limit + 1).fill(false);
  let count = 0;
  for (let i = 2; i <= limit; i++) {
    if (composite[i]) continue;
    count++;
    for (let j = i * 2; j <= limit; j += i) composite[j] = true;
  }
  return count;
}
`;

interface AwkwardFile {
  readonly what: string;
  readonly name?: string;
  readonly options?: Readonly<Record<string, unknown>>;
  /** Stand before and behind the function, and must be there afterwards to the byte. */
  readonly above?: string;
  readonly below?: string;
  readonly subject?: (text: string) => string;
}

const inJavaScript = (text: string): string =>
  `/**\n * @param {number} ${/\((\w+)/.exec(text)?.[1]}\n * @returns {number}\n */\n${text.replaceAll(/: number|<boolean>/g, '')}`;

const awkwardFiles: readonly AwkwardFile[] = [
  {
    what: 'a byte order mark and Windows line ends',
    above: '\uFEFF// one\r\n\r\n',
    subject: (text) => text.replaceAll('\n', '\r\n'),
  },
  { what: 'tabs', subject: (text) => text.replaceAll('  ', '\t') },
  {
    what: 'no semicolons',
    above: "const first = 'a'\n\n",
    below: '\nexport const last = first\n',
    subject: (text) => text.replaceAll(/;$/gm, ''),
  },
  { what: 'a licence, a shebang and a directive', above: "#!/usr/bin/env node\n/*! licence */\n'use strict';\n\n" },
  { what: 'no line end at the end', subject: (text) => text.trimEnd() },
  {
    what: 'emoji and other letters around',
    above: "export const größe = '👩‍👩‍👧'; // é\n\n",
    below: "\nexport const ende = '\\u{1F600}';\n",
  },
  {
    what: 'errors that are expected, right before and right behind',
    above: '// @ts-expect-error: on purpose\nexport const wrong: number = "";\n',
    below: '// @ts-expect-error: on purpose\nexport const alsoWrong: string = subject(1);\n',
  },
  {
    what: 'errors that were there before',
    above: 'export const wrong: number = "";\n\n',
    below: '\nexport const missing = nowhere(subject(1));\n',
  },
  {
    what: 'decorators of the old kind',
    options: { ...strict, experimentalDecorators: true },
    above: 'function sealed(_target: unknown): void {}\n\n@sealed\nexport class Kept {\n  value = 1;\n}\n\n',
  },
  {
    what: 'elements of TSX',
    name: 'view.tsx',
    options: { ...strict, jsx: 'preserve' },
    above:
      'declare global {\n  namespace JSX {\n    interface IntrinsicElements {\n      p: { children?: unknown };\n    }\n  }\n}\n\n',
    below: '\nexport const View = () => <p>{subject(3)} &amp; more</p>;\n',
  },
  {
    what: 'JavaScript that is checked',
    name: 'plain.js',
    options: { ...strict, allowJs: true, checkJs: true },
    subject: inJavaScript,
  },
  {
    what: 'JavaScript that asks to be checked',
    name: 'plain.mjs',
    options: { allowJs: true },
    above: '// @ts-check\n\n',
    subject: inJavaScript,
  },
];

describe('real strategies', () => {
  for (const {
    what,
    name = 'file.ts',
    options,
    above = '',
    below = '',
    subject: as = (text: string) => text,
  } of awkwardFiles) {
    for (const text of [recursive, table]) {
      const sort = text === recursive ? 'a cache' : 'typed arrays';
      it(`add no error and leave everything else as it is: ${what}, ${sort}`, () => {
        const subject = subjectIn(name, above + as(text) + below, options);
        const candidates = candidatesFor(subject);
        expect(candidates.length).toBeGreaterThan(0);
        for (const candidate of candidates) {
          expect(diagnosticsOf(subject, candidate)).toEqual([]);
          const edits = candidate.files[0]?.edits ?? [];
          const rewritten = applyEdits(subject.text, edits);
          const { start, end } = { start: subject.node.getStart(subject.sourceFile), end: subject.node.getEnd() };
          expect(edits.filter((edit) => edit.start < edit.end && (edit.start < start || edit.end > end))).toEqual([]);
          // What is added may stand between two neighbours, never inside of one.
          const neighbours = [above, below].flatMap((part) => part.split(/(?<=\n\r?\n)/));
          expect(neighbours.filter((neighbour) => !rewritten.includes(neighbour))).toEqual([]);
          expect(rewritten.startsWith('\uFEFF')).toBe(above.startsWith('\uFEFF'));
          expect(rewritten).not.toBe(subject.text);
          checkStyle(subject.text, rewritten);
        }
      });
    }
  }
});

/** Line ends, indentation and semicolons of what was added are those of the file. */
function checkStyle(before: string, after: string): void {
  if (before.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  if (/^\t/m.test(before)) expect(after).not.toMatch(/^ {2}/m);
  if (!/;$/m.test(before)) expect(after).not.toMatch(/;$/m);
}

describe('the gate', () => {
  const candidateOf = (subject: Subject, from: string, to: string, dependencies = {}): Candidate => {
    const start = subject.text.indexOf(from);
    return {
      strategy: 'plain-javascript',
      variant: 'by-hand',
      summary: '',
      signature: 'same',
      files: [{ path: subject.file, edits: [{ start, end: start + from.length, text: to }] }],
      dependencies,
      workload: 'single',
      tolerance: 'exact',
      caveats: [],
    };
  };
  const codes = (subject: Subject, candidate: Candidate) => diagnosticsOf(subject, candidate).map(({ code }) => code);

  it('stops a rewrite that the settings of the project do not admit, and only there', () => {
    const careful = subjectIn('file.ts', recursive);
    const edit = ['return n', 'const rest = [n][1]; if (n > 1e9) return rest.valueOf(); return n'] as const;
    expect(codes(careful, candidateOf(careful, ...edit))).toEqual([18048]);
    const lax = subjectIn('file.ts', recursive, { strict: false });
    expect(codes(lax, candidateOf(lax, ...edit))).toEqual([]);
  });

  it('stops a rewrite that leaves something unused, or a suppressed error without its error', () => {
    const subject = subjectIn(
      'file.ts',
      `${recursive}\n// @ts-expect-error: on purpose\nconst wrong: number = 'a';\nexport { wrong };\n`,
    );
    expect(codes(subject, candidateOf(subject, 'return n', 'const unused = 1; return n'))).toEqual([6133]);
    expect(codes(subject, candidateOf(subject, 'number = ', 'string = '))).toEqual([2578]);
  });

  it('knows what only lacks the types of Node', () => {
    const subject = subjectIn('file.ts', recursive);
    const missing = (from: string, to: string) =>
      diagnosticsOf(subject, candidateOf(subject, from, to)).map(missingOfNode);
    const importing = "import { cpus } from 'node:os';\nexport const count = cpus().length;\nexport function";
    expect(missing('export function', importing)).toContain('node:os');
    expect(missing('return n', 'if (process.argv.length > 9) return 0; return n')).toEqual(['process']);
    expect(missing('return n', 'if (nowhere) return 0; return n')).toEqual([undefined]);
  });

  it('stops a rewrite in checked JavaScript, and lets plain JavaScript be', () => {
    const edit = ['return n', "n.push('a'); return n"] as const;
    const checked = subjectIn('plain.js', inJavaScript(recursive), { strict: true, allowJs: true, checkJs: true });
    expect(codes(checked, candidateOf(checked, ...edit))).toEqual([2339]);
    const plain = subjectIn('plain.js', inJavaScript(recursive), { strict: true, allowJs: true });
    expect(codes(plain, candidateOf(plain, ...edit))).toEqual([]);
  });

  it('stops a rewrite that gives importers another type than before, where the type is inferred', () => {
    const inferred = 'export function subject(n: number) {\n  return [n];\n}\nexport const other = 1;\n';
    const subject = subjectIn('file.ts', inferred);
    expect(codes(subject, candidateOf(subject, '[n]', 'Float64Array.of(n)'))).toEqual([2322]);
    expect(codes(subject, candidateOf(subject, '[n]', 'new Array<number>(1).fill(n)'))).toEqual([]);
    expect(codes(subject, candidateOf(subject, 'export const other', 'const other'))).not.toEqual([]);
    expect(
      codes(subject, candidateOf(subject, 'export const other', 'export const added = 2;\nexport const other')),
    ).toEqual([]);
    const plain = subjectIn('file.js', inferred.replace(': number', ''), { allowJs: true });
    expect(codes(plain, candidateOf(plain, '[n]', 'Float64Array.of(n)'))).toEqual([]);
  });

  it('takes a package that is not installed for no error, and any other error about it for one', () => {
    const subject = subjectIn('file.ts', recursive);
    const needs = { 'fast-pool': '^1.0.0' };
    const importing = "import { pool } from 'fast-pool';\nexport const used = pool;\nexport function";
    expect(codes(subject, candidateOf(subject, 'export function', importing, needs))).toEqual([]);
    expect(codes(subject, candidateOf(subject, 'export function', importing))).toEqual([2307]);
    const misused = "export const pool: 'fast-pool' = 'other';\nexport function";
    expect(codes(subject, candidateOf(subject, 'export function', misused, needs))).toEqual([2322]);
  });
});

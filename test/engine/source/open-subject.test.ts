import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SpeedlensFailure } from '../../../src/engine/failures.ts';
import { openSubject } from '../../../src/engine/source/open-subject.ts';
import { createProjects } from '../../../src/engine/source/project.ts';
import type { Subject } from '../../../src/engine/source/subject.ts';
import type { FunctionSelector } from '../../../src/model/bench-options.ts';
import { projectFolder } from './project-folder.ts';

const projects = createProjects();

function open(name: string, text: string, select: FunctionSelector): Subject {
  const folder = projectFolder({ [name]: text });
  return openSubject({ file: join(folder, name), select }, projects);
}

function failureOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof SpeedlensFailure) return `${error.code}: ${error.message} ${error.nextStep}`;
    throw error;
  }
  return 'no failure';
}

/** The failure without the folder in it. */
function refusal(name: string, text: string, select: FunctionSelector): string {
  const folder = projectFolder({ [name]: text });
  return failureOf(() => openSubject({ file: join(folder, name), select }, projects)).replaceAll(`${folder}/`, '');
}

describe('a subject', () => {
  test('has the function, its types and the style of its file', () => {
    const subject = open(
      'a.ts',
      'export function matmul(a: number[][], b: number[][]): number[][] {\n    return a ?? b;\n}\n',
      { name: 'matmul' },
    );
    expect(subject.signature).toBe('matmul(a: number[][], b: number[][]): number[][]');
    expect(subject.access).toEqual({ kind: 'binding', name: 'matmul' });
    expect(subject.style).toEqual({
      indent: '    ',
      eol: '\n',
      quote: "'",
      semicolons: true,
      isTypeScript: true,
      module: 'esm',
    });
    expect(subject.node.getSourceFile()).toBe(subject.sourceFile);
    expect(subject.checker.typeToString(subject.checker.getTypeAtLocation(subject.node.parameters[0]!))).toBe(
      'number[][]',
    );
  });

  test.each([
    ['class Grid { step(n: number) { return n; } }', 'Grid.step', 'Grid.step(n: number): number'],
    ['class Grid { get size() { return 1; } }', 'Grid.size', 'Grid.size: number'],
    ['class Grid { set size(n: number) {} }', 'Grid.size', 'Grid.size(n: number): void'],
    ['class Grid { constructor(width = 3) {} }', 'Grid.constructor', 'new Grid(width?: number): Grid'],
    ['const wait = async (ms?: number) => ms;', 'wait', 'wait(ms?: number): Promise<number>'],
    ['function id<T>(x: T) { return x; }', 'id', 'id<T>(x: T): T'],
    ['export default () => 1;', 'default', 'default(): number'],
  ])('%s shows its signature', (text, name, signature) => {
    expect(
      open('a.ts', text, { name }).signature.replace(' | undefined', '').replace('<number | undefined>', '<number>'),
    ).toBe(signature);
  });

  test('doc comments type the functions of JavaScript files', () => {
    const text = '/** @param {number[]} list @returns {number} */\nfunction sum(list) { return list[0]; }\n';
    expect(open('a.js', text, { name: 'sum' }).signature).toBe('sum(list: number[]): number');
  });

  test('unsaved text is laid over the file, which need not exist', () => {
    const folder = projectFolder({ 'a.ts': 'export const old = () => 1;' });
    const fresh = openSubject(
      { file: join(folder, 'a.ts'), text: 'export const newer = () => 2;', select: { name: 'newer' } },
      projects,
    );
    expect(fresh.text).toContain('newer');
    const unsaved = openSubject(
      { file: join(folder, 'b.ts'), text: 'const one = () => 1;', select: { name: 'one' } },
      projects,
    );
    expect(unsaved.signature).toBe('one(): number');
  });

  test('a byte order mark stays in the text, and node positions count it', () => {
    const subject = open('a.ts', '\uFEFFconst s = "😀";\r\nfunction area() {}\r\n', { name: 'area' });
    expect(subject.text.startsWith('\uFEFF')).toBe(true);
    expect(subject.sourceFile.text).toBe(subject.text);
    expect(subject.text.slice(subject.node.getStart(), subject.node.end)).toBe('function area() {}');
    expect(subject.style.eol).toBe('\r\n');
  });

  test('the file on disk is read again on every call', () => {
    const folder = projectFolder({
      'a.ts': 'import { n } from "./b.js"; export const f = () => n;',
      'b.ts': 'export const n = 1;',
    });
    const file = join(folder, 'a.ts');
    expect(openSubject({ file, select: { name: 'f' } }, projects).signature).toBe('f(): number');
    const later = openSubject({ file, text: 'export const f = () => "x" as string;', select: { name: 'f' } }, projects);
    expect(later.signature).toBe('f(): string');
    expect(openSubject({ file, select: { name: 'f' } }, projects).signature).toBe('f(): number');
  });

  test('two files in one folder may declare the same name', () => {
    const folder = projectFolder({
      'tsconfig.json': '{}',
      'a.ts': 'function square(n: number) { return n * n; }',
      'b.ts': 'function square(s: string) { return s; }',
    });
    expect(openSubject({ file: join(folder, 'a.ts'), select: { name: 'square' } }, projects).signature).toBe(
      'square(n: number): number',
    );
    expect(openSubject({ file: join(folder, 'b.ts'), select: { name: 'square' } }, projects).signature).toBe(
      'square(s: string): string',
    );
  });

  test('a function called like a global of browsers is itself', () => {
    expect(open('a.js', 'function open(n) { return n > 1; }', { name: 'open' }).signature).toBe(
      'open(n: any): boolean',
    );
  });
});

describe('selection', () => {
  const text = [
    'class Grid {', // 1
    '  step() {', // 2
    '    const inner = () => this;', // 3
    '    return [1].map((x) =>', // 4
    '      x);', // 5
    '  }', // 6
    '}', // 7
    '', // 8
    '/**', // 9
    ' * Doc.', // 10
    ' */', // 11
    'export const area = () => 1;', // 12
    'const a = () => 1, b = () => 2;', // 13
    'const outer = () => { const nested = () => 1; return nested; };', // 14
    'class Other { step() {} }', // 15
    'function twice() {}', // 16
    'if (1) { const twice = () => 1; }', // 17
  ].join('\n');

  test.each([
    [{ name: 'Grid.step' }, 'Grid.step'],
    [{ name: 'area' }, 'area'],
    [{ line: 2 }, 'Grid.step'],
    [{ line: 5 }, 'Grid.step'],
    [{ line: 6 }, 'Grid.step'],
    [{ line: 9 }, 'area'],
    [{ line: 12 }, 'area'],
    [{ line: 14 }, 'outer'],
    [{ name: 'step', line: 15 }, 'Other.step'],
    [{ name: 'twice' }, 'twice'],
  ])('%o selects %s', (select, name) => {
    expect(open('a.ts', text, select).listing.name).toBe(name);
  });

  test.each([
    [
      { line: 3 },
      /^not-runnable: Grid.step.inner cannot be run alone: it is a closure inside Grid.step \(line 2\) and captures this\. /,
    ],
    [{ name: 'nested' }, /^not-runnable: outer.nested cannot be run alone/],
    [{ name: 'step' }, /^ambiguous-function: step is defined 2 times, on lines 2, 15\. Select one by line/],
    [{ line: 13 }, /^several-on-line: Line 13 has several functions: a, b\. /],
    [{ line: 8 }, /^no-such-function: a.ts has no function on line 8\. It has: Grid.step, .*area/],
    [{ line: 99 }, /^no-such-function: a.ts has no function on line 99/],
    [{ name: 'volume' }, /^no-such-function: a.ts has no function volume\. It has: Grid.step/],
    [{}, /^nothing-selected: a.ts has 9 functions, and none is selected\. Name one of: Grid.step, /],
  ])('%o is refused with a sentence', (select, sentence) => {
    expect(refusal('a.ts', text, select)).toMatch(sentence);
  });

  test('the only function of a file needs no selection', () => {
    expect(open('a.ts', 'const f = () => 1;', {}).listing.name).toBe('f');
  });

  test('a getter and its setter are told apart by line', () => {
    const pair = 'class A {\n  get n() { return 1; }\n  set n(v) {}\n}';
    expect(refusal('a.ts', pair, { name: 'A.n' })).toMatch(
      /^ambiguous-function: A.n is defined 2 times, on lines 2, 3/,
    );
    expect(open('a.ts', pair, { name: 'A.n', line: 3 }).listing.kind).toBe('setter');
  });

  test('a file without functions says so', () => {
    expect(refusal('a.ts', 'const n = 1;', { name: 'f' })).toBe(
      'no-such-function: a.ts has no function f. It has no functions at all.',
    );
    expect(refusal('a.ts', '', {})).toBe(
      'no-such-function: a.ts has no function to benchmark. It has no functions at all.',
    );
  });
});

describe('files that are no subject', () => {
  test('a missing file and a folder', () => {
    const folder = projectFolder({});
    mkdirSync(join(folder, 'b.ts'));
    for (const name of ['a.ts', 'b.ts']) {
      expect(failureOf(() => openSubject({ file: join(folder, name), select: {} }, projects))).toMatch(
        /^no-such-file: /,
      );
    }
  });

  test('another kind of file, saved or not', () => {
    expect(refusal('a.py', 'def f(): pass', { name: 'f' })).toMatch(
      /^not-a-source-file: a.py is not a JavaScript or TypeScript file/,
    );
    const folder = projectFolder({});
    expect(failureOf(() => openSubject({ file: join(folder, 'a.vue'), text: '', select: {} }, projects))).toMatch(
      /^not-a-source-file/,
    );
  });

  test.each([
    ['a.ts', 'function ok() {}\nfunction broken( {\n', 3],
    ['a.js', 'function ok() {}\nconst n: number = 1;\n', 2],
    ['a.jsx', 'const v = <div>;\n', 1],
    ['a.ts', 'const ok = () => 1;\nconst s = `${;\n', 2],
  ])('%s with a syntax error names the line: %s', (name, text, line) => {
    expect(refusal(name, text, { name: 'ok' })).toMatch(
      new RegExp(`^syntax-error: ${name} has a syntax error on line ${line}: `),
    );
  });

  test('what is broken in JavaScript is not told as TypeScript', () => {
    const folder = projectFolder({ 'a.js': 'function f( { return 1 }\n' });
    const open = () => openSubject({ file: join(folder, 'a.js'), select: { name: 'f' } }, createProjects());
    expect(open).toThrow(/a\.js has a syntax error on line \d: (?!.*TypeScript)/);
  });

  test('type errors are no syntax errors', () => {
    expect(open('a.ts', 'const n: number = ""; function f() { return nowhere; }', { name: 'f' }).signature).toBe(
      'f(): any',
    );
  });
});

describe('one Projects', () => {
  test('gives back subjects that stay usable while others are opened', () => {
    const folder = projectFolder({
      'a.ts': 'export const f = (n: number) => n + 1;',
      'b.ts': 'export const g = (s: string) => s;',
    });
    const first = openSubject({ file: join(folder, 'a.ts'), select: { name: 'f' } }, projects);
    openSubject({ file: join(folder, 'b.ts'), select: { name: 'g' } }, projects);
    openSubject({ file: join(folder, 'a.ts'), text: 'export const f = () => "";', select: { name: 'f' } }, projects);
    expect(first.checker.typeToString(first.checker.getTypeAtLocation(first.node))).toBe('(n: number) => number');
    expect(first.project.diagnosticsAddedBy(new Map([[first.file, first.text]]))).toEqual([]);
  });
});

import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { detectCodeStyle } from '../../../src/engine/source/code-style.ts';
import { applyEdits, editFile, type FileEdit } from '../../../src/engine/source/edits.ts';
import { parseSource } from '../../../src/engine/source/parse-source.ts';

interface Editing {
  readonly edit: FileEdit;
  readonly text: string;
  readonly sourceFile: ts.SourceFile;
}

function editing(text: string, file = '/w/a.ts'): Editing {
  const sourceFile = parseSource(file, text);
  const style = detectCodeStyle(sourceFile, text, file, undefined);
  return { edit: editFile({ file, text, sourceFile, style }), text, sourceFile };
}

function functionNamed(sourceFile: ts.SourceFile, name: string): ts.FunctionDeclaration {
  const found = sourceFile.statements.find(
    (statement) => ts.isFunctionDeclaration(statement) && statement.name?.text === name,
  );
  expect(found).toBeDefined();
  return found as ts.FunctionDeclaration;
}

/** Both ways to the new text must agree. */
function result({ edit, text }: Editing): string {
  expect(applyEdits(text, edit.edits())).toBe(edit.text());
  return edit.text();
}

describe('editing', () => {
  test('replaces nodes and ranges, inserts and removes', () => {
    const work = editing('const a = 1;\nfunction f() { return a; }\nconst b = 2;\n');
    const f = functionNamed(work.sourceFile, 'f');
    work.edit.replace(f.body!, '{ return 7; }');
    work.edit.insert(0, '// top\n');
    work.edit.remove({ start: work.text.indexOf('const b'), end: work.text.length });
    expect(result(work)).toBe('// top\nconst a = 1;\nfunction f() { return 7; }\n');
  });

  test('edits are minimal: what both texts share is left alone', () => {
    const work = editing('function f(n) { return n + 1; }\n');
    work.edit.replace(functionNamed(work.sourceFile, 'f'), 'function f(n) { return n + 2; }');
    const at = work.text.indexOf('1');
    expect(work.edit.edits()).toEqual([{ start: at, end: at + 1, text: '2' }]);
    expect(work.edit.rewrittenFile()).toEqual({ path: '/w/a.ts', edits: work.edit.edits() });
  });

  test('a replacement by the same text is no edit', () => {
    const work = editing('function f() {}\r\n');
    work.edit.replace(functionNamed(work.sourceFile, 'f'), 'function f() {}');
    expect(work.edit.edits()).toEqual([]);
  });

  test('insertions at one place keep their order, and stand around what is replaced there', () => {
    const work = editing('ab');
    work.edit.insert(1, '1');
    work.edit.insert(1, '2');
    work.edit.replace({ start: 1, end: 2 }, 'B');
    expect(result(work)).toBe('a12B');
  });

  test('generated text gets the line ends of the file', () => {
    const work = editing('const a = 1;\r\nfunction f() {\r\n\treturn 1;\r\n}\r\n');
    const f = functionNamed(work.sourceFile, 'f');
    work.edit.insertLinesBefore(f, 'const cache = new Map();\nconst more = 1;\r\n');
    expect(result(work)).toBe(
      'const a = 1;\r\nconst cache = new Map();\r\nconst more = 1;\r\n\r\nfunction f() {\r\n\treturn 1;\r\n}\r\n',
    );
  });

  test('edits that overlap are refused', () => {
    const { edit } = editing('abcdef');
    edit.replace({ start: 1, end: 4 }, 'x');
    expect(() => edit.replace({ start: 3, end: 5 }, 'y')).toThrow(/overlaps/);
    expect(() => edit.insert(2, 'z')).toThrow(/overlaps/);
    edit.insert(4, 'y');
    edit.replace({ start: 4, end: 5 }, 'E');
    expect(edit.text()).toBe('axyEf');
  });

  test('a byte order mark, emoji and everything outside the edit stay byte for byte', () => {
    const work = editing("\uFEFFconst s = '😀';\r\n\tconst t = `\r\n`;\nfunction f() { return '😀😁'; }\u2028// end");
    const f = functionNamed(work.sourceFile, 'f');
    work.edit.replace(f, "function f() { return '😀😂'; }");
    const changed = result(work);
    expect(changed).toBe(work.text.replace('😁', '😂'));
    // The two emoji share their first half; an edit of the second half alone would leave half a character in a reader that stops there.
    const [only] = work.edit.edits();
    expect(only).toEqual({ start: work.text.indexOf('😁'), end: work.text.indexOf('😁') + 2, text: '😂' });
  });

  test('any edits: outside them nothing changes, and both ways to the new text agree', () => {
    const pieces = fc
      .array(fc.constantFrom('a', 'b', '\n', '\r\n', '😀', '😁', '\t', ' '), { maxLength: 40 })
      .map((parts) => parts.join(''));
    const cuts = fc.array(fc.tuple(fc.nat(60), fc.nat(60), pieces), { maxLength: 6 });
    fc.assert(
      fc.property(pieces, cuts, (text, wanted) => {
        const work = editing(text, '/w/a.js');
        const taken: [number, number][] = [];
        for (const [a, b, replacement] of wanted) {
          const start = Math.min(a % (text.length + 1), b % (text.length + 1));
          const end = Math.max(a % (text.length + 1), b % (text.length + 1));
          if (taken.some(([s, e]) => s <= end && start <= e)) continue;
          taken.push([start, end]);
          work.edit.replace({ start, end }, replacement);
        }
        const changed = result(work);
        const edits = work.edit.edits();
        const [first, last] = [edits[0], edits.at(-1)];
        if (first === undefined || last === undefined) {
          expect(changed).toBe(text);
          return;
        }
        expect(changed.slice(0, first.start)).toBe(text.slice(0, first.start));
        expect(changed.endsWith(text.slice(last.end))).toBe(true);
        for (const { start, end } of edits) {
          const isInside = taken.some(([s, e]) => s <= start && end <= e);
          expect(isInside).toBe(true);
        }
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});

describe('whole lines', () => {
  test('go above the comments that belong to the statement, and below the one at its end', () => {
    const work = editing('// file\n\n/** Doc of f. */\n// more\nfunction f() {} // about f\nlet z;\n');
    const f = functionNamed(work.sourceFile, 'f');
    work.edit.insertLinesBefore(f, 'const before = 1;');
    work.edit.insertLinesAfter(f, 'const after = 1;');
    expect(result(work)).toBe(
      '// file\n\nconst before = 1;\n/** Doc of f. */\n// more\nfunction f() {} // about f\nconst after = 1;\nlet z;\n',
    );
  });

  test('go above what documents the statement, also where an empty line is between', () => {
    const doc = '/**\n * Adds one.\n * @param n the number\n */';
    const work = editing(`/** About this file. */\n\n${doc}\n\nfunction f(n) {}\n`);
    work.edit.insertLinesBefore(functionNamed(work.sourceFile, 'f'), 'const before = 1;');
    expect(result(work)).toBe(`/** About this file. */\n\nconst before = 1;\n${doc}\n\nfunction f(n) {}\n`);
  });

  test('are indented like the statement', () => {
    const work = editing('namespace N {\n    export function f() {}\n}\n');
    const [outer] = work.sourceFile.statements as unknown as readonly ts.ModuleDeclaration[];
    const inner = (outer!.body as ts.ModuleBlock).statements[0]!;
    work.edit.insertLinesBefore(inner, 'const a = {\n    b: 1,\n};');
    work.edit.insertLinesAfter(inner, 'c();\n\nd();');
    expect(result(work)).toBe(
      'namespace N {\n    const a = {\n        b: 1,\n    };\n    export function f() {}\n    c();\n\n    d();\n}\n',
    );
  });

  test('a comment that ends the line of another statement belongs to that one', () => {
    const work = editing('let a; // about a\nfunction f() {}\n');
    work.edit.insertLinesBefore(functionNamed(work.sourceFile, 'f'), 'let b;');
    expect(result(work)).toBe('let a; // about a\nlet b;\nfunction f() {}\n');
  });
});

describe('an import', () => {
  test.each([
    [
      'below the last import',
      'import a from "a"; // a\nimport b from "b";\n\nrun();\n',
      'import a from "a"; // a\nimport b from "b";\nNEW\n\nrun();\n',
    ],
    ['below the last require', 'const a = require("a");\nrun();\n', 'const a = require("a");\nNEW\nrun();\n'],
    ['above everything', 'run();\n', 'NEW\nrun();\n'],
    ['below a hashbang', '#!/usr/bin/env node\nrun();\n', '#!/usr/bin/env node\nNEW\nrun();\n'],
    ['below directives', "'use strict';\nrun();\n", "'use strict';\nNEW\nrun();\n"],
    [
      'below @ts-check',
      '// @ts-check\n/** Doc. */\nfunction f() {}\n',
      '// @ts-check\nNEW\n/** Doc. */\nfunction f() {}\n',
    ],
    [
      'below a licence',
      '/*! (c) */\n\n// about f\nfunction f() {}\n',
      '/*! (c) */\n\nNEW\n// about f\nfunction f() {}\n',
    ],
    ['after a byte order mark', '\uFEFFrun();\r\n', '\uFEFFNEW\r\nrun();\r\n'],
    ['into an empty file', '', 'NEW\n'],
  ])('goes %s', (_, text, expected) => {
    const work = editing(text, '/w/a.js');
    work.edit.addImport('NEW');
    expect(result(work)).toBe(expected);
  });

  test('several stand in the order in which they were added', () => {
    for (const [text, expected] of [
      ['run();\n', 'A\nB\nrun();\n'],
      ['import "x";\n', 'import "x";\nA\nB\n'],
    ] as const) {
      const work = editing(text);
      work.edit.addImport('A');
      work.edit.addImport('B');
      expect(result(work)).toBe(expected);
    }
  });
});

describe('applying edits', () => {
  test('refuses edits of another text', () => {
    expect(() => applyEdits('abc', [{ start: 2, end: 9, text: '' }])).toThrow(/does not fit/);
    expect(() => applyEdits('abc', [{ start: 2, end: 1, text: '' }])).toThrow(/does not fit/);
    expect(() =>
      applyEdits('abc', [
        { start: 1, end: 3, text: '' },
        { start: 2, end: 3, text: '' },
      ]),
    ).toThrow(/does not fit/);
  });
});

import { describe, expect, test } from 'vitest';
import { type CodeStyle, detectCodeStyle } from '../../../src/engine/source/code-style.ts';
import type { PackageType } from '../../../src/engine/source/package-folder.ts';
import { parseSource } from '../../../src/engine/source/parse-source.ts';

function style(text: string, file = 'a.ts', packageType: PackageType = undefined): CodeStyle {
  return detectCodeStyle(parseSource(file, text), text, file, packageType);
}

describe('indentation', () => {
  test.each([
    ['  ', 'two spaces', 'function f() {\n  if (a) {\n    b();\n  }\n}\n'],
    ['    ', 'four spaces', 'class A {\n    m() {\n        return 1;\n    }\n}\n'],
    ['\t', 'tabs', 'class A {\n\tm() {\n\t\treturn 1;\n\t}\n}\n'],
    ['\t', 'tabs with CRLF', 'function f() {\r\n\treturn 1;\r\n}\r\n'],
    [
      '    ',
      'four spaces beside aligned comments',
      '/**\n * Doc.\n * More.\n */\nfunction f() {\n    /*\n     * a\n     */\n    return 1;\n}\n',
    ],
    ['  ', 'nothing to go by', 'const f = () => 1;\n'],
  ])('%j: %s', (indent, _, text) => {
    expect(style(text).indent).toBe(indent);
  });
});

describe('line ends', () => {
  test('the majority decides', () => {
    expect(style('a;\r\nb;\r\nc;\n').eol).toBe('\r\n');
    expect(style('a;\nb;\nc;\r\n').eol).toBe('\n');
    expect(style('a;').eol).toBe('\n');
  });
});

describe('punctuation', () => {
  test('quotes are those of texts that leave a choice', () => {
    expect(style(`const a = "x", b = "y", c = 'z';`).quote).toBe('"');
    expect(style(`const a = 'x', b = "it's", c = "don't";`).quote).toBe("'");
    expect(style('const v = <a href="x" title="y">{\'z\'}</a>;', 'a.tsx').quote).toBe("'");
    expect(style('const a = 1;').quote).toBe("'");
  });

  test('semicolons are there or not', () => {
    expect(style('const a = 1\nrun()\nexport function f() { return a }\n').semicolons).toBe(false);
    expect(style('const a = 1;\nrun();\n').semicolons).toBe(true);
    expect(style('').semicolons).toBe(true);
  });
});

describe('module syntax', () => {
  test.each<[CodeStyle['module'], string, string, PackageType]>([
    ['esm', 'a.js', 'export const a = 1;', 'commonjs'],
    ['esm', 'a.js', 'import "x";', undefined],
    ['esm', 'a.mjs', 'const a = 1;', 'commonjs'],
    ['esm', 'a.js', 'const a = 1;', 'module'],
    ['esm', 'a.ts', 'const a = 1;', undefined],
    ['esm', 'a.cts', 'export const a = 1;', undefined],
    ['commonjs', 'a.cjs', 'const a = 1;', 'module'],
    ['commonjs', 'a.js', 'const a = require("x");', undefined],
    ['commonjs', 'a.js', 'module.exports = 1;', undefined],
    ['commonjs', 'a.js', 'if (a) { exports.b = 1; }', 'commonjs'],
    ['commonjs', 'a.cts', 'export = 1; const a = require("x");', undefined],
    ['script', 'a.js', 'const a = 1; function f(require) { return require; }', 'commonjs'],
    ['script', 'a.js', 'const a = 1;', undefined],
  ])('%s: %s %s (%s)', (module, file, text, packageType) => {
    expect(style(text, file, packageType).module).toBe(module);
  });
});

test('annotations are for TypeScript files', () => {
  const typed = ['a.js', 'a.mjs', 'a.cjs', 'a.jsx', 'a.ts', 'a.mts', 'a.cts', 'a.tsx'].filter(
    (file) => style('', file).isTypeScript,
  );
  expect(typed).toEqual(['a.ts', 'a.mts', 'a.cts', 'a.tsx']);
});

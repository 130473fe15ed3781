import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { type FreeName, freeNames, freshName } from '../../../src/engine/source/names.ts';
import { openSubject } from '../../../src/engine/source/open-subject.ts';
import { parseSource } from '../../../src/engine/source/parse-source.ts';
import { createProjects } from '../../../src/engine/source/project.ts';
import { projectFolder } from './project-folder.ts';

const projects = createProjects();

describe('a fresh name', () => {
  function fresh(text: string, wanted: string, taken?: readonly string[]): string {
    return freshName({ sourceFile: parseSource('a.ts', text) }, wanted, taken);
  }

  test('is the wanted one where it is free', () => {
    expect(fresh('const caches = 1; // cache', 'cache')).toBe('cache');
  });

  test.each([
    ['a variable', 'const cache = 1;'],
    ['a parameter deep inside', 'function f() { return (cache) => 1; }'],
    ['a property', 'o.cache;'],
    ['a type', 'type cache = 1;'],
    ['an escaped name', 'const c\\u0061che = 1;'],
  ])('is another where it is the name of %s', (_, text) => {
    expect(fresh(text, 'cache')).toBe('cache2');
  });

  test('counts on until one is free', () => {
    expect(fresh('let cache, cache2, cache4;', 'cache', ['cache3'])).toBe('cache5');
  });

  test('is never a word of the language', () => {
    expect(['class', 'await', 'arguments', 'let', 'eval'].map((wanted) => fresh('', wanted))).toEqual([
      'class2',
      'await2',
      'arguments2',
      'let2',
      'eval2',
    ]);
    expect(fresh('', 'type')).toBe('type');
  });
});

function free(text: string, name = 'f', file = 'a.ts'): readonly FreeName[] {
  const folder = projectFolder({ [file]: text, 'lib.ts': 'export const helper = (n: number) => n; export default 1;' });
  const subject = openSubject({ file: join(folder, file), select: { name } }, projects);
  return freeNames(subject.node, subject.checker);
}

function shown(names: readonly FreeName[]): string[] {
  return names.map(({ name, kind }) => `${name}: ${kind}`);
}

describe('free names', () => {
  test('are told apart by what declares them', () => {
    const text = `
      import base, { helper as h } from './lib.ts';
      import * as all from './lib.ts';
      const limit = 3;
      let count = 0;
      const { a, b: [c] } = q;
      class Grid {}
      enum Color { Red }
      namespace Tools { export const x = 1; }
      function other() {}
      declare const q: any;
      function f(n: number) {
        return [h(n), base, all.helper, limit, count, a, c, new Grid(), Color.Red, Tools.x, other(), Math.max(n), missing, f(1)];
      }`;
    expect(shown(free(text))).toEqual([
      'h: import',
      'base: import',
      'all: import',
      'limit: module-const',
      'count: module-let',
      'a: module-const',
      'c: module-const',
      'Grid: class',
      'Color: enum',
      'Tools: namespace',
      'other: function',
      'Math: global',
      'missing: global',
      'f: function',
    ]);
  });

  test('leave out what the code declares itself, property names, labels and types', () => {
    const text = `
      const x = 1; type T = typeof x; interface S { x: number }
      function f(p: T, { q = p }: { q?: number }, ...r: S[]): T {
        const local = (inner: number) => inner + later; var later = 1;
        x: for (const i of r) { if (i.x) continue x; }
        class Own { x = 1; }
        return { x: local(q), y: new Own() } as unknown as T;
      }`;
    expect(shown(free(text))).toEqual([]);
  });

  test('count shorthand properties, default values, templates, JSX and writes', () => {
    const text = `
      const a = 1, b = 2, tag = (s: any) => s, View = () => null; let w = 1;
      function f(p = b) { w += 1; return [{ a }, tag\`x\`, <View><div /></View>]; }`;
    expect(shown(free(text, 'f', 'a.tsx'))).toEqual([
      'b: module-const',
      'w: module-let',
      'a: module-const',
      'tag: module-const',
      'View: module-const',
    ]);
  });

  test('list every use, and the import itself as declaration', () => {
    const [helper] = free("import { helper } from './lib.ts';\nfunction f() { return helper(helper(1)); }");
    expect(helper?.uses).toHaveLength(2);
    expect(helper?.declaration?.kind).toBe(ts.SyntaxKind.ImportSpecifier);
  });

  test('of code inside a function are its parameters and variables, and its this', () => {
    const folder = projectFolder({
      'a.ts':
        'class A { k = 1; f(xs: number[], by: number) { let sum = 0; const { d } = xs as any; return xs.map((x) => x * by + sum + d + this.k + arguments.length); } }',
    });
    const subject = openSubject({ file: join(folder, 'a.ts'), select: { name: 'f' } }, projects);
    let arrow: ts.Node | undefined;
    const look = (node: ts.Node): void => {
      if (ts.isArrowFunction(node)) arrow = node;
      ts.forEachChild(node, look);
    };
    look(subject.node);
    expect(shown(freeNames(arrow as ts.Node, subject.checker))).toEqual([
      'by: enclosing-parameter',
      'sum: enclosing-variable',
      'd: enclosing-variable',
      'this: this',
      'arguments: arguments',
    ]);
    expect(shown(freeNames(subject.node, subject.checker))).toEqual([]);
  });

  test('of CommonJS code are found too', () => {
    const text =
      'const { readFileSync } = require("fs"); const n = 1; exports.f = function () { return readFileSync(n); };';
    expect(shown(free(text, 'f', 'a.cjs'))).toEqual(['readFileSync: module-const', 'n: module-const']);
  });
});

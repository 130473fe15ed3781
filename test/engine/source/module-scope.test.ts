import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { topLevelSideEffects } from '../../../src/engine/source/module-scope.ts';
import { createProjects } from '../../../src/engine/source/project.ts';
import { projectFolder } from './project-folder.ts';

const projects = createProjects();

function effects(text: string, name = 'a.ts'): string[] {
  const file = join(projectFolder({ [name]: text, 'lib.ts': 'export const settings = { level: 1 };' }), name);
  const { program, checker } = projects.openProject(file, new Map());
  const sourceFile = program.getSourceFile(file);
  if (sourceFile === undefined) throw new Error('not read');
  return topLevelSideEffects(sourceFile, checker).map(({ kind, message, line }) => `${line} ${kind}: ${message}`);
}

describe('loading does nothing but declare', () => {
  test.each([
    [
      'functions, classes and types',
      'import { settings } from "./lib.ts"; export function f() { run(); } class A { m() { run(); } x = run(); } type T = 1; enum E { A } declare const d: number;',
    ],
    [
      'values of literals and operators',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text.
      'const a = [1, { b: -2 }, `x${1 + 2}`, /x/g, () => run()]; let c = a[0] ?? a.length;',
    ],
    [
      'what the language makes',
      'const m = new Map([[1, 2]]); const t = new Float64Array(4); const s = Symbol("x"); const n = Math.sqrt(2); const o = Object.freeze({}); const d = Date.now();',
    ],
    [
      'tables that are filled where they stand',
      'const table = Array.from({ length: 4 }, (_, i) => i * i).map((x) => x + 1); const words = "a b".split(" "); const m = new Map<string, number>(); for (const w of words) m.set(w, 1); table.push(1); let n = 0; n += 1;',
    ],
    [
      'functions that are called in place',
      'const x = (() => { let a = 1; a += 1; return a; })(); (function () { const b = 1; })();',
    ],
    ['ambient code', 'declare namespace N { const x: number } declare function f(): void;'],
  ])('%s', (_, text) => {
    expect(effects(text)).toEqual([]);
  });

  test.each([
    [
      'exports',
      'const fs = require("fs"); exports.a = 1; module.exports.b = () => fs.rm(); module.exports = { a: 1 }; exports.c = exports.d = void 0;',
    ],
    ['the mark of compiled modules', 'Object.defineProperty(exports, "__esModule", { value: true });'],
    [
      'methods on a prototype of its own',
      'function Grid() {} Grid.prototype.step = function () { run(); }; Grid.make = () => run(); Object.assign(Grid, { x: 1 });',
    ],
  ])('in CommonJS: %s', (_, text) => {
    expect(effects(text, 'a.cjs')).toEqual([]);
  });
});

describe('loading does more', () => {
  test.each([
    ['const a = build();\nfunction build() { return 1; }', ['1 call: calls build']],
    [
      'import { settings } from "./lib.ts";\nsettings.level = 2;\nsettings.level++;',
      ['2 assignment: assigns settings.level', '3 assignment: assigns settings.level'],
    ],
    [
      'globalThis.x = 1;\nprocess.env.A = "1";',
      ['1 assignment: assigns globalThis.x', '2 assignment: assigns process.env.A'],
    ],
    ['\n\nconsole.log(1);', ['3 call: calls console.log']],
    ['const s = new Server();\ndeclare class Server {}', ['1 new: constructs Server']],
    ['import { Server } from "node:http";\nconst s = new Server();', ['2 new: constructs Server']],
    ['import "./lib.ts";', ['1 import: imports "./lib.ts" for its effects']],
    ['const x = await Promise.resolve(1);\nexport {};', ['1 await: waits at the top level']],
    ['if (1) { throw new Error("x"); }', ['1 throw: throws']],
    ['delete globalThis.x;', ['1 delete: deletes globalThis.x']],
    ['Array.prototype.last = function () {};', ['1 assignment: assigns Array.prototype.last']],
    ['Object.assign(globalThis, { x: 1 });', ['1 assignment: changes globalThis']],
    [
      '@log class A { @memo m() {} }\nfunction log(x: any) {} function memo(x: any, y: any) {}',
      ['1 decorator: runs the decorator @log', '1 decorator: runs the decorator @memo'],
    ],
    [
      'class A { static x = run(); static { go(); } }\nfunction run() {} function go() {}',
      ['1 call: calls run', '1 call: calls go'],
    ],
    [
      'const t = Array.from({ length: 2 }, () => run());\nconst u = [1].map(run);\nfunction run() { return 1; }',
      ['1 call: calls run', '2 call: calls run'],
    ],
    ['(() => { run(); })();\nfunction run() {}', ['1 call: calls run']],
    ['const x = run`a`;\nfunction run(s: any) { return s; }', ['1 call: calls run']],
    [
      'const own = { push() { return 1; }, map() { return 2; } }; own.push(); own.map();',
      ['1 call: calls own.push', '1 call: calls own.map'],
    ],
    ['class Map {} const m = new Map(); export {};', ['1 new: constructs Map']],
  ])('%s', (text, expected) => {
    expect(effects(text)).toEqual(expected);
  });

  test('an import for its effects in CommonJS', () => {
    expect(effects('require("./lib");\nconst a = require(name);', 'a.cjs')).toEqual([
      '1 import: imports "./lib" for its effects',
      '2 call: calls require',
    ]);
  });
});

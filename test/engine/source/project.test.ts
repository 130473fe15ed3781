import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { createProjects, type Project } from '../../../src/engine/source/project.ts';
import { findLibFolder } from '../../../src/engine/source/project-options.ts';
import { projectFolder, writeInto } from './project-folder.ts';

const projects = createProjects();

function project(
  files: Readonly<Record<string, string>>,
  name: string,
): { project: Project; folder: string; file: string } {
  const folder = projectFolder(files);
  const file = join(folder, name);
  return { project: projects.openProject(file, new Map()), folder, file };
}

function added(opened: Project, changes: Readonly<Record<string, string>>): string[] {
  return opened
    .diagnosticsAddedBy(new Map(Object.entries(changes)))
    .map(({ line, code, message }) => `${line} TS${code} ${message}`);
}

const strictConfig = JSON.stringify({
  compilerOptions: { strict: true, target: 'es2022', module: 'esnext', moduleResolution: 'bundler' },
});

describe('what a change adds', () => {
  test('nothing, when the project was wrong before and lines only moved', () => {
    const before = 'export const n: number = "";\nexport const m = nowhere;\n';
    const { project: opened, file } = project({ 'tsconfig.json': strictConfig, 'a.ts': before }, 'a.ts');
    expect(added(opened, { [file]: before })).toEqual([]);
    expect(added(opened, { [file]: `// moved\n\n${before}` })).toEqual([]);
  });

  test('exactly the new errors, with their line in the new text', () => {
    const before = 'export const n: number = "";\n';
    const { project: opened, file } = project({ 'tsconfig.json': strictConfig, 'a.ts': before }, 'a.ts');
    expect(added(opened, { [file]: `\n${before}export const b: boolean = 1;\n` })).toEqual([
      "3 TS2322 Type 'number' is not assignable to type 'boolean'.",
    ]);
  });

  test('one more of an error that was there counts', () => {
    const before = 'export const n: number = "";\n';
    const { project: opened, file } = project({ 'tsconfig.json': strictConfig, 'a.ts': before }, 'a.ts');
    expect(added(opened, { [file]: `${before}export const m: number = "";\n` })).toHaveLength(1);
  });

  test('syntax errors count', () => {
    const { project: opened, file } = project({ 'tsconfig.json': strictConfig, 'a.ts': 'export {};' }, 'a.ts');
    expect(added(opened, { [file]: 'export const a = (;' }).length).toBeGreaterThan(0);
  });

  test('new files are seen by the changed one and checked themselves', () => {
    const { project: opened, file, folder } = project({ 'tsconfig.json': strictConfig, 'a.ts': 'export {};' }, 'a.ts');
    const changed = 'import { twice } from "./worker.ts";\nexport const n: string = twice(1);\n';
    const config = {
      allowed: 'export const twice = (n: number): number => n * 2;\n',
      wrong: 'export const twice = (n: number): string => n;\n',
    };
    expect(
      added(opened, { [file]: changed.replace('.ts"', '.js"'), [join(folder, 'worker.ts')]: config.allowed }),
    ).toEqual(["2 TS2322 Type 'number' is not assignable to type 'string'."]);
    expect(added(opened, { [file]: 'export {};', [join(folder, 'worker.ts')]: config.wrong })).toEqual([
      "1 TS2322 Type 'number' is not assignable to type 'string'.",
    ]);
  });

  test('a file that the program has not read is compared with what is on disk', () => {
    const wrong = 'export const n: number = "";\n';
    const { project: opened, folder } = project(
      { 'tsconfig.json': strictConfig, 'a.ts': 'export {};', 'b.ts': wrong },
      'a.ts',
    );
    expect(added(opened, { [join(folder, 'b.ts')]: wrong })).toEqual([]);
    expect(added(opened, { [join(folder, 'b.ts')]: 'export const n: number = true;\n' })).toHaveLength(1);
  });

  test("errors of other files are nobody's business", () => {
    const { project: opened, file } = project(
      {
        'tsconfig.json': strictConfig,
        'a.ts': 'import { n } from "./b.js"; export const m = n;',
        'b.ts': 'export const n: number = "";',
      },
      'a.ts',
    );
    expect(added(opened, { [file]: 'import { n } from "./b.js"; export const m: number = n;' })).toEqual([]);
  });

  test('asking does not change the project', () => {
    const { project: opened, file } = project({ 'tsconfig.json': strictConfig, 'a.ts': 'export const n = 1;' }, 'a.ts');
    for (let i = 0; i < 3; i += 1) expect(added(opened, { [file]: 'export const n: string = 1;' })).toHaveLength(1);
    expect(opened.program.getSourceFile(file)?.text).toBe('export const n = 1;');
    expect(added(opened, { [file]: 'export const n = 1;' })).toEqual([]);
  });
});

describe('JavaScript', () => {
  const checked = JSON.stringify({
    compilerOptions: { checkJs: true, allowJs: true, strict: true, module: 'nodenext' },
  });

  test('is checked where the project asks for it', () => {
    const { project: opened, file } = project({ 'jsconfig.json': checked, 'a.js': 'export const n = 1;\n' }, 'a.js');
    expect(opened.configFile).toMatch(/jsconfig\.json$/);
    expect(added(opened, { [file]: '/** @type {string} */\nexport const n = 1;\n' })).toEqual([
      "2 TS2322 Type 'number' is not assignable to type 'string'.",
    ]);
    expect(added(opened, { [file]: 'export function f(x) { return x; }\n' })).toEqual([
      "1 TS7006 Parameter 'x' implicitly has an 'any' type.",
    ]);
  });

  test('is checked where the file asks for it, without a config too', () => {
    const { project: opened, file } = project({ 'a.js': '// @ts-check\nconst n = 1;\n' }, 'a.js');
    expect(opened.configFile).toBeUndefined();
    expect(added(opened, { [file]: '// @ts-check\nconst n = 1; n.nothing;\n' })).toEqual([
      "2 TS2339 Property 'nothing' does not exist on type '1'.",
    ]);
    expect(added(opened, { [file]: '// @ts-check\nfunction f(x) { return x; }\n' })).toEqual([]);
  });

  test('is otherwise only parsed', () => {
    const { project: opened, file } = project({ 'a.js': 'const n = 1;\n' }, 'a.js');
    expect(added(opened, { [file]: 'const n = 1; n.nothing;\n' })).toEqual([]);
    expect(added(opened, { [file]: 'const n = ;\n' })).toHaveLength(1);
  });

  test('in a TypeScript project has the types of the project', () => {
    const { project: opened, file } = project(
      {
        'tsconfig.json': strictConfig,
        'a.js': 'import { n } from "./b.js"; export const m = n;',
        'b.ts': 'export const n = 1 as number;',
      },
      'a.js',
    );
    const sourceFile = opened.program.getSourceFile(file);
    expect(opened.configFile).toMatch(/tsconfig\.json$/);
    const declaration = sourceFile?.statements[1] as ts.VariableStatement;
    expect(
      opened.checker.typeToString(opened.checker.getTypeAtLocation(declaration.declarationList.declarations[0]!)),
    ).toBe('number');
  });
});

describe('which config is in force', () => {
  const inner = '{ "compilerOptions": { "strict": false }, "include": ["only"] }';

  test('the nearest one that includes the file', () => {
    const { project: opened, folder } = project(
      { 'tsconfig.json': strictConfig, 'pkg/tsconfig.json': inner, 'pkg/a.ts': '' },
      'pkg/a.ts',
    );
    expect(opened.configFile).toBe(join(folder, 'tsconfig.json'));
    writeInto(folder, 'pkg/only/b.ts', '');
    expect(projects.openProject(join(folder, 'pkg', 'only', 'b.ts'), new Map()).configFile).toBe(
      join(folder, 'pkg', 'tsconfig.json'),
    );
  });

  test('the nearest one when none includes it', () => {
    const { project: opened, folder } = project(
      { 'tsconfig.json': '{ "files": ["b.ts"] }', 'a.ts': '', 'b.ts': '' },
      'a.ts',
    );
    expect(opened.configFile).toBe(join(folder, 'tsconfig.json'));
    expect(opened.program.getSourceFile(join(folder, 'a.ts'))).toBeDefined();
  });

  test('a project that a solution refers to', () => {
    const { project: opened, folder } = project(
      {
        'tsconfig.json': '{ "files": [], "references": [{ "path": "./tsconfig.lib.json" }, { "path": "./missing" }] }',
        'tsconfig.lib.json': '{ "compilerOptions": { "composite": true, "strict": false }, "include": ["src"] }',
        'src/a.ts': '',
      },
      'src/a.ts',
    );
    expect(opened.configFile).toBe(join(folder, 'tsconfig.lib.json'));
  });

  test.each([
    ['no JSON', '{ "compilerOptions": '],
    ['no object', '[]'],
    ['of other types', '{ "compilerOptions": 3, "include": [4, null] }'],
    ['with unknown options', '{ "compilerOptions": { "target": "es9999", "modul": 1, "lib": ["nope"] } }'],
    ['extending what is missing', '{ "extends": "./missing.json", "include": ["."] }'],
    ['extending itself', '{ "extends": "./tsconfig.json" }'],
    [
      'with options of the past',
      '{ "compilerOptions": { "moduleResolution": "node", "target": "es5", "baseUrl": ".", "out": "x.js" } }',
    ],
  ])('a config that is broken stops nothing: %s', (_, config) => {
    const { project: opened, file } = project(
      { 'tsconfig.json': config, 'a.ts': 'export const n: number = 1;' },
      'a.ts',
    );
    expect(added(opened, { [file]: 'export const n: number = "";' })).toEqual([
      "1 TS2322 Type 'string' is not assignable to type 'number'.",
    ]);
  });

  test('path aliases of the config are followed', () => {
    const config =
      '{ "compilerOptions": { "strict": true, "module": "esnext", "moduleResolution": "bundler", "paths": { "@/*": ["./lib/*"] } } }';
    const { project: opened, file } = project(
      { 'tsconfig.json': config, 'a.ts': 'export {};', 'lib/b.ts': 'export const n = 1;' },
      'a.ts',
    );
    expect(added(opened, { [file]: 'import { n } from "@/b"; export const s: string = n;' })).toEqual([
      "1 TS2322 Type 'number' is not assignable to type 'string'.",
    ]);
  });

  test('declaration files of the project make globals known', () => {
    const { project: opened, file } = project(
      { 'tsconfig.json': strictConfig, 'globals.d.ts': 'declare const VERSION: string;', 'a.ts': 'export {};' },
      'a.ts',
    );
    expect(added(opened, { [file]: 'export const n: number = VERSION;' })).toEqual([
      "1 TS2322 Type 'string' is not assignable to type 'number'.",
    ]);
  });
});

describe('the TypeScript that the user has', () => {
  function installed(version: string): Record<string, string> {
    return {
      'node_modules/typescript/package.json': JSON.stringify({ name: 'typescript', version }),
      'node_modules/@types/thing/index.d.ts': 'declare const THING: number;',
      'node_modules/@types/thing/package.json': '{ "name": "@types/thing", "types": "index.d.ts" }',
    };
  }

  test('before version 6: not strict by itself, and all @types are taken in', () => {
    const { project: opened, file } = project(
      { ...installed('5.9.2'), 'tsconfig.json': '{}', 'a.ts': 'export {};' },
      'a.ts',
    );
    expect(added(opened, { [file]: 'export const s: string = THING; export function f(x) { return x; }' })).toEqual([
      "1 TS2322 Type 'number' is not assignable to type 'string'.",
    ]);
  });

  test('version 6: strict by itself, and @types only as listed', () => {
    const { project: opened, file } = project(
      { ...installed('6.0.3'), 'tsconfig.json': '{}', 'a.ts': 'export {};' },
      'a.ts',
    );
    expect(added(opened, { [file]: 'export const s = THING; export function f(x) { return x; }' })).toEqual([
      "1 TS2304 Cannot find name 'THING'.",
      "1 TS7006 Parameter 'x' implicitly has an 'any' type.",
    ]);
  });
});

describe('reading again', () => {
  test('a module that appears later is found', () => {
    const text = 'import { n } from "./later.js"; export const m: string = n;';
    const { project: first, folder, file } = project({ 'a.ts': text }, 'a.ts');
    expect(first.program.getSemanticDiagnostics().map(({ code }) => code)).toEqual([2307]);
    writeInto(folder, 'later.ts', 'export const n = 1;');
    const second = projects.openProject(file, new Map());
    expect(second.program.getSemanticDiagnostics().map(({ code }) => code)).toEqual([2322]);
  });

  test('a module that another stands for later is taken from there', () => {
    const files = {
      'a.ts': 'import { n } from "./b.js"; export const m: string = n;',
      'b.ts': 'export const n = "";',
      'b.d.ts': 'export declare const n: number;',
    };
    const { project: first, folder, file } = project(files, 'a.ts');
    expect(first.program.getSemanticDiagnostics()).toEqual([]);
    rmSync(join(folder, 'b.ts'));
    const second = projects.openProject(file, new Map());
    expect(second.program.getSemanticDiagnostics().map(({ code }) => code)).toEqual([2322]);
  });

  test('a package that is installed later is found, imported or named by a comment', () => {
    for (const text of [
      'import { THING } from "thing"; export const s: string = THING;',
      '/// <reference types="thing" />\nexport const s: string = THING;',
    ]) {
      const { folder, file } = project({ 'package.json': '{}', 'a.ts': text }, 'a.ts');
      writeInto(folder, 'node_modules/thing/package.json', '{ "name": "thing", "types": "index.d.ts" }');
      const isImported = text.startsWith('import');
      writeInto(folder, 'node_modules/thing/index.d.ts', `${isImported ? 'export ' : ''}declare const THING: number;`);
      const second = projects.openProject(file, new Map());
      expect(second.program.getSemanticDiagnostics(second.program.getSourceFile(file)).map(({ code }) => code)).toEqual(
        [2322],
      );
    }
  });

  test('what a change adds beside a file is found from there, and by nobody afterwards', () => {
    const { project: opened, folder, file } = project({ 'tsconfig.json': strictConfig, 'a.ts': 'export {};' }, 'a.ts');
    const beside = join(folder, 'beside.ts');
    const text = 'import { n } from "./beside.js"; export const m: string = n;';
    const changes = { [file]: text, [beside]: 'export const n = 1;' };
    expect(added(opened, changes)).toEqual(["1 TS2322 Type 'number' is not assignable to type 'string'."]);
    expect(added(opened, { [file]: text })).toEqual([expect.stringContaining('TS2307')]);
  });

  test('a changed config takes effect', () => {
    const {
      project: first,
      folder,
      file,
    } = project(
      { 'tsconfig.json': '{ "compilerOptions": { "strict": true } }', 'a.ts': 'export function f(x) { return x; }' },
      'a.ts',
    );
    expect(first.program.getSemanticDiagnostics()).toHaveLength(1);
    writeInto(folder, 'tsconfig.json', '{ "compilerOptions": { "strict": false } }');
    expect(projects.openProject(file, new Map()).program.getSemanticDiagnostics()).toHaveLength(0);
  });

  test('parsed files are used again', () => {
    const {
      project: first,
      folder,
      file,
    } = project({ 'a.ts': 'import "./b.js"; export {};', 'b.ts': 'export {};' }, 'a.ts');
    const second = projects.openProject(file, new Map([[file, 'import "./b.js"; export const n = 1;']]));
    expect(second.program.getSourceFile(join(folder, 'b.ts'))).toBe(first.program.getSourceFile(join(folder, 'b.ts')));
    expect(second.program.getSourceFile(file)).not.toBe(first.program.getSourceFile(file));
  });
});

describe('folders', () => {
  test('the package folder is the nearest with a package.json, else the folder of the file', () => {
    const { project: opened, folder } = project({ 'package.json': '{}', 'src/deep/a.ts': '' }, 'src/deep/a.ts');
    expect(opened.packageFolder).toBe(folder);
  });

  test('lib files come from the folder that is named', () => {
    const folder = projectFolder({ 'a.ts': 'export const n: Only = 1;' });
    const libFolder = join(folder, 'libs');
    mkdirSync(libFolder);
    for (const name of ['lib.d.ts', 'lib.esnext.full.d.ts'])
      writeFileSync(join(libFolder, name), 'type Only = string;');
    const opened = createProjects({ libFolder }).openProject(join(folder, 'a.ts'), new Map());
    expect(
      opened.program.getSemanticDiagnostics(opened.program.getSourceFile(join(folder, 'a.ts'))).map(({ code }) => code),
    ).toEqual([2322]);
  });

  test('programs are let go once later ones of the same project have taken their place', async () => {
    const folder = projectFolder({ 'tsconfig.json': '{}', 'a.ts': 'export const a = 1;' });
    const file = join(folder, 'a.ts');
    const own = createProjects();
    const openedWith = (text: string) => new WeakRef(own.openProject(file, new Map([[file, text]])).program);
    const programs = Array.from({ length: 6 }, (_, version) => openedWith(`export const a = ${version};`));
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const kept = () => programs.filter((program) => program.deref() !== undefined).length;
    // A weak reference holds what it points to until the turn ends, and what runs at the moment may hold one more.
    for (let turn = 0; turn < 20; turn++) {
      await new Promise((resolve) => setImmediate(resolve));
      collect();
    }
    expect(kept()).toBeLessThanOrEqual(2);
  });

  test('lib files beside a bundle go before those of the package', () => {
    const folder = projectFolder({ 'dist/engine.mjs': '', 'dist/typescript-lib/lib.d.ts': '' });
    expect(findLibFolder(join(folder, 'dist', 'engine.mjs'))).toBe(join(folder, 'dist', 'typescript-lib'));
  });

  test('lib files are found without being told', () => {
    expect(ts.sys.fileExists(join(findLibFolder(), 'lib.es2023.d.ts'))).toBe(true);
  });
});

describe('a declaration file beside JavaScript', () => {
  const files = {
    'mean.js': 'export default function mean(values) { return values[0]; }\n',
    'mean.d.ts': 'export default function mean(values: number[]): number;\n',
    'package.json': '{ "type": "module" }',
  };
  const declaredIn = (more: Readonly<Record<string, string>>, name: string): string | undefined => {
    const { project: opened, file } = project({ ...files, ...more }, name);
    const source = opened.program.getSourceFile(file);
    const imported = source?.statements.find(ts.isImportDeclaration)?.importClause?.name;
    const symbol = imported && opened.checker.getSymbolAtLocation(imported);
    const target = symbol && opened.checker.getAliasedSymbol(symbol);
    return target?.declarations?.[0]?.getSourceFile().fileName.split('/').at(-1);
  };
  const caller = "import mean from './mean.js';\nexport const twice = (values) => 2 * mean(values);\n";

  test('is not what other JavaScript means: the code is', () => {
    expect(declaredIn({ 'a.js': caller }, 'a.js')).toBe('mean.js');
  });

  test('is what TypeScript means, and JavaScript that is type-checked', () => {
    expect(declaredIn({ 'a.ts': caller }, 'a.ts')).toBe('mean.d.ts');
    const checked = { 'tsconfig.json': JSON.stringify({ compilerOptions: { allowJs: true, checkJs: true } }) };
    expect(declaredIn({ ...checked, 'a.js': caller }, 'a.js')).toBe('mean.d.ts');
  });

  test('files that a change adds are found', () => {
    const { project: opened, file, folder } = project({ ...files, 'a.js': caller }, 'a.js');
    const changed = "// @ts-check\nimport { half } from './half.js';\nexport const twice = half(4);\n";
    const half = '/** @param {number} n */\nexport const half = (n) => n / 2;\n';
    expect(added(opened, { [file]: changed, [join(folder, 'half.js')]: half })).toEqual([]);
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InputsTemplate, inputsTemplate } from '../../../src/engine/inputs/inputs-template.ts';
import { createStrictChecker, evaluateModule, seeded, Workbench } from './workbench.ts';

describe('the inputs template', () => {
  let bench: Workbench;
  let count = 0;
  const strictProblems = createStrictChecker();
  beforeAll(() => {
    bench = new Workbench();
  });
  afterAll(() => bench.remove());

  const templateFor = (text: string, select: string | number, file = `subject-${count++}.ts`): InputsTemplate =>
    inputsTemplate(bench.subject(file, text, select));
  /** Writes the template where it belongs and gives what is wrong with it under strict flags. */
  const problemsOf = (template: InputsTemplate): readonly string[] => {
    writeFileSync(template.path, template.text);
    return strictProblems(template.path);
  };

  it.each([
    [
      'numbers',
      'export function square(values: number[]): number[] { return values.map((value) => value * value); }',
      1,
    ],
    [
      'records, unions and callbacks',
      'interface User { id: string; age: number; role: "a" | "b"; tags?: string[] }\nexport function group(users: User[], key: (user: User) => string, by: (a: User, b: User) => number) { return [users, key, by]; }',
      2,
    ],
    [
      'recursive types',
      'type Json = string | number | null | Json[] | { [key: string]: Json };\nexport function size(json: Json) { return json; }',
      2,
    ],
    [
      'discriminated unions',
      'type Shape = { kind: "circle"; radius: number } | { kind: "square"; side: number };\nexport function area(shapes: Shape[]) { return shapes; }',
      2,
    ],
    [
      'texts of every kind',
      'export function texts(email: string, id: string, url: string, path: string, date: string, color: string, csv: string, json: string, uuid: string, name: string, separator: string, digits: string) { return [email, id, url, path, date, color, csv, json, uuid, name, separator, digits]; }',
      1,
    ],
    [
      'maps, sets, dates, typed arrays and bigints',
      'export function all(a: Map<string, Set<number>>, b: Date[], c: Float32Array, d: BigUint64Array, e: bigint, f: Record<string, number>) { return [a, b, c, d, e, f]; }',
      1,
    ],
    ['rest parameters', 'export function most(...values: number[]) { return Math.max(...values); }', 1],
    [
      'sorted lists',
      'export function binarySearch(sorted: readonly number[], words: string[]) { return [sorted, words]; }',
      1,
    ],
    [
      'methods',
      'export class Grid { constructor(readonly width: number) {} step(times: number): number { return times; } }',
      'Grid.step',
    ],
    [
      'classes as arguments',
      'export class Grid { constructor(readonly width: number) {} }\nexport function use(grid: Grid) { return grid; }',
      2,
    ],
    ['a function without parameters', 'export function now(): number { return 1; }', 1],
    [
      'parameters that cannot be made',
      'export function draw(points: number[], canvas: CanvasRenderingContext2D) { return [points, canvas]; }',
      1,
    ],
  ])('for %s is clean under strict flags', (_, text, select) => {
    expect(problemsOf(templateFor(text, select))).toEqual([]);
  });

  it('is the generated module with comments that explain it', () => {
    const { text, exists, path } = templateFor(
      'export function square(values: number[]): number[] { return values; }',
      'square',
      'plain.ts',
    );
    expect(exists).toBe(false);
    expect(path).toMatch(/plain\.inputs\.ts$/);
    expect(text).toMatch(/\/\/ Inputs for benchmarks of plain\.ts/);
    for (const word of ['sizes: [100, 1_000, 10_000]', '`random()`', 'sequence: (n, random)', 'memoization'])
      expect(text).toContain(word);
    const entry = evaluateModule(text)['square'] as { args: (n: number, random: () => number) => unknown[][] };
    expect(entry.args(5, seeded(1))[0]).toHaveLength(5);
  });

  it('leaves a gap with the reason where a parameter cannot be made', () => {
    const { text } = templateFor(
      'export function draw(canvas: CanvasRenderingContext2D, points: number[]) { return [canvas, points]; }',
      1,
    );
    expect(text).toMatch(/\/\/ `canvas`: write a value here\. .*CanvasRenderingContext2D/);
    expect(text).toContain('undefined,');
  });

  it('has the language, quotes, indentation, semicolons and line ends of the source', () => {
    const source =
      'export function join(words) {\r\n\tconst all = words.join(", ")\r\n\treturn all.trim() + "x"\r\n}\r\nexport const other = "y"\r\n';
    const { text, path } = templateFor(source, 'join', 'dressed.js');
    expect(path).toMatch(/dressed\.inputs\.js$/);
    expect(text).not.toMatch(/: number|;\r?\n/);
    expect(text).toContain('\r\n\tjoin: {\r\n\t\t');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text).toContain('"abcdefghijklmnopqrstuvwxyz"');
  });

  it('the strict check can fail', () => {
    const { path, text } = templateFor(
      'export function square(values: number[]): number[] { return values; }',
      'square',
    );
    expect(problemsOf({ path, text: text.replaceAll(': number', ''), exists: false })).not.toEqual([]);
  });

  it('of a CommonJS file is a CommonJS module', () => {
    const { text } = templateFor(
      'class Grid { step(n) { return n * 2; } }\nmodule.exports = { Grid };',
      'Grid.step',
      'old.cjs',
    );
    expect(text).toContain('module.exports = {');
    expect(text).toContain("const { Grid } = require('./old.cjs');");
  });

  it('imports as the project resolves', () => {
    const text = 'export class Grid { step(n: number): number { return n; } }';
    expect(templateFor(text, 'Grid.step', 'resolved.ts').text).toContain("import { Grid } from './resolved.ts';");
    bench.write('old/package.json', '{}');
    bench.write(
      'old/tsconfig.json',
      '{ "compilerOptions": { "strict": true, "module": "esnext", "moduleResolution": "bundler" } }',
    );
    expect(templateFor(text, 'Grid.step', 'old/resolved.ts').text).toContain("import { Grid } from './resolved';");
    bench.write('node/package.json', '{ "type": "module" }');
    bench.write('node/tsconfig.json', '{ "compilerOptions": { "strict": true, "module": "nodenext" } }');
    expect(templateFor(text, 'Grid.step', 'node/resolved.ts').text).toContain("import { Grid } from './resolved.js';");
  });

  describe('when the inputs module exists', () => {
    const source =
      'export interface User { name: string; age: number }\nexport function first(n: number) { return n; }\nexport function group(users: User[]) { return users; }\nexport class Grid { step(n: number) { return n; } }';

    const merged = (name: string, module: string, select: string): InputsTemplate => {
      bench.write(`${name}.inputs.ts`, module);
      return templateFor(source, select, `${name}.ts`);
    };

    it('keeps every byte of it and adds the entry at the end of the table', () => {
      const module = 'export default {\n  first: { sizes: [1], args: (n: number) => [n] }, // mine\n};\n';
      const template = merged('kept', module, 'group');
      expect(template.exists).toBe(false);
      expect(template.text).toContain('first: { sizes: [1], args: (n: number) => [n] }, // mine\n  group: {');
      expect(template.text.startsWith('/** ')).toBe(true);
      expect(problemsOf(template)).toEqual([]);
      expect(Object.keys(evaluateModule(template.text))).toEqual(['first', 'group']);
    });

    it.each([
      ['no trailing comma', 'export default {\n  first: { args: () => [1] }\n};\n'],
      ['an empty table', 'export default {};\n'],
      ['a table on one line', 'export default { first: { args: () => [1] } };\n'],
      [
        'a table in a constant',
        'const table = {\n  first: { args: () => [1] }, // with a comment\n  // and another\n};\nexport default table;\n',
      ],
      ['`satisfies`', 'export default {\n  first: { args: () => [1] },\n} satisfies object;\n'],
    ])('adds to %s', (_, module) => {
      const template = merged('shapes', module, 'group');
      expect(problemsOf(template)).toEqual([]);
      expect(Object.keys(evaluateModule(template.text))).toContain('group');
    });

    it('does not clash with what the module has of the same name', () => {
      const module =
        "import { group } from './clash.ts';\n\nfunction word(): number { return group.length; }\nfunction integer(): number { return word(); }\n\nexport default {\n  first: { args: () => [integer()] },\n};\n";
      const template = merged('clash', module, 'group');
      expect(template.text).toContain('function word2(');
      expect(problemsOf(template)).toEqual([]);
    });

    it('adds the import that the entry needs after those that are there', () => {
      const module =
        "import type { User } from './imports.ts';\n\nexport const someone: User = { name: 'a', age: 1 };\n\nexport default {\n  first: { args: () => [1] },\n};\n";
      const template = merged('imports', module, 'Grid.step');
      expect(template.text).toContain(
        "import type { User } from './imports.ts';\nimport { Grid } from './imports.ts';\n",
      );
      expect(problemsOf(template)).toEqual([]);
    });

    it('is unchanged when it has the function already', () => {
      const module = 'export default { group: { args: () => [[]] } };\n';
      const template = merged('there', module, 'group');
      expect(template).toEqual({ path: expect.stringMatching(/there\.inputs\.ts$/), text: module, exists: true });
      expect(readFileSync(template.path, 'utf8')).toBe(module);
    });

    it('is unchanged when its table cannot be read', () => {
      const module = 'declare const make: () => object;\nexport default make();\n';
      expect(merged('opaque', module, 'group')).toMatchObject({ text: module, exists: true });
    });
  });
});

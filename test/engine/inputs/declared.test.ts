import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SpeedlensFailure } from '../../../src/engine/failures.ts';
import { Workbench } from './workbench.ts';

const source = [
  'export function twice(n: number): number { return n * 2; }',
  'export class Grid { step(n: number): number { return n; } }',
].join('\n');

describe('declared inputs', () => {
  let bench: Workbench;
  beforeAll(() => {
    bench = new Workbench();
  });
  afterAll(() => bench.remove());

  /** What is used for `twice` when the module has this text. */
  const withModule = (name: string, text: string, select: string | number = 'twice', extension = 'ts') => {
    const module = bench.write(`${name}.inputs.${extension}`, text);
    return { module, inputs: bench.inputs(`${name}.ts`, source, select) };
  };
  const failureOf = (run: () => unknown): SpeedlensFailure => {
    try {
      run();
    } catch (thrown) {
      return thrown as SpeedlensFailure;
    }
    throw new Error('Nothing was thrown.');
  };

  describe('in an inputs module', () => {
    it('are found beside the source, by the name of the function', () => {
      const { module, inputs } = withModule(
        'named',
        'export default { twice: { sizes: [1], args: (n: number) => [n] } };',
      );
      expect(inputs).toMatchObject({ origin: 'declared', source: { kind: 'file', path: module, key: 'twice' } });
      expect(inputs.notes.join(' ')).toContain('named.inputs.ts');
    });

    it.each(['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'])('are found in a .%s module', (extension) => {
      const text = /^c/.test(extension)
        ? 'module.exports = { twice: { args: (n) => [n] } };'
        : 'export default { twice: { args: () => [1] } };';
      expect(withModule(`in-${extension}`, text, 'twice', extension).inputs.origin).toBe('declared');
    });

    it.each([
      ['a method by its class', "export default { 'Grid.step': { args: () => [1] } };", 'Grid.step', 'Grid.step'],
      ['a line', "export default { 'line:1': { args: () => [1] } };", 'twice', 'line:1'],
      [
        'a line before a name',
        "export default { twice: { args: () => [1] }, 'line:1': { args: () => [1] } };",
        'twice',
        'line:1',
      ],
      ['through `satisfies`', 'export default { twice: { args: () => [1] } } satisfies object;', 'twice', 'twice'],
      ['through `as const`', 'export default ({ twice: { args: () => [1] } } as const);', 'twice', 'twice'],
      ['through a constant', 'const table = { twice: { args: () => [1] } };\nexport default table;', 'twice', 'twice'],
      [
        'through an export list',
        'const table = { twice: { args: () => [1] } };\nexport { table as default };',
        'twice',
        'twice',
      ],
      ['as a named export', 'export const twice = { args: () => [1] };', 'twice', 'twice'],
      ['as a computed name', "export default { ['twice']: { args: () => [1] } };", 'twice', 'twice'],
    ])('can be keyed by %s', (_, text, select, key) => {
      expect(withModule('keyed', text, select).inputs.source).toMatchObject({ kind: 'file', key });
    });

    it.each([
      ['a call makes the table', 'declare const make: (table: object) => object;\nexport default make({ once: {} });'],
      ['a spread hides keys', 'declare const more: object;\nexport default { ...more, once: {} };'],
      ['the table is imported', "import { table } from './elsewhere.ts';\nexport default table;"],
    ])('are trusted to be there when %s', (_, text) => {
      expect(withModule('opaque', text).inputs.source).toMatchObject({ kind: 'file', key: 'twice' });
    });

    it('are generated when the module has none for the function, and the notes say so', () => {
      const { inputs } = withModule('lacking', 'export default { other: { args: () => [1] } };');
      expect(inputs.origin).toBe('generated');
      expect(inputs.notes[0]).toBe('lacking.inputs.ts has no entry for twice.');
    });

    it('come from the module that the user names, wherever it is', () => {
      const module = bench.write('elsewhere/mine.ts', 'export default { twice: { args: () => [1] } };');
      expect(bench.inputs('plain.ts', source, 'twice', { inputsModule: module }).source).toEqual({
        kind: 'file',
        path: module,
        key: 'twice',
      });
    });

    it('are a failure when the named module does not exist', () => {
      const failure = failureOf(() =>
        bench.inputs('plain.ts', source, 'twice', { inputsModule: '/nowhere/at/all.ts' }),
      );
      expect([failure.code, failure.exitStatus]).toEqual(['no-such-inputs-module', 2]);
    });

    it('are a failure with the line when the module has a syntax error', () => {
      const failure = failureOf(() =>
        withModule('broken', 'export default {\n  twice: { args: () => [1] }\n  other: 3\n};'),
      );
      expect(failure.code).toBe('syntax-error');
      expect(failure.message).toMatch(/broken\.inputs\.ts has a syntax error on line 3/);
    });

    it('take the sizes that the user asks for', () => {
      bench.write('resized.inputs.ts', 'export default { twice: { sizes: [1], args: (n: number) => [n] } };');
      expect(bench.inputs('resized.ts', source, 'twice', { sizes: [7] }).sizes).toEqual([7]);
    });
  });

  describe('in @bench tags', () => {
    const expressionsOf = (text: string, select: string | number) => {
      const inputs = bench.inputs('tagged.ts', text, select);
      expect(inputs.origin).toBe('declared');
      return inputs.source.kind === 'bench-tags' ? inputs.source.expressions : [];
    };

    it('are one argument list per tag, top to bottom', () => {
      const text =
        '/**\n * Sorts.\n * @param items what to sort\n * @bench [[3, 1, 2]]\n * @bench [[]]\n * @returns the same list\n */\nexport function sort(items: number[]) { return items.sort(); }';
      expect(expressionsOf(text, 'sort')).toEqual(['[[3, 1, 2]]', '[[]]']);
    });

    it('may go over several lines and hold braces, at signs and names of the module', () => {
      const text = [
        'const limit = 3;',
        '/**',
        ' * @bench [',
        ' *   { mail: "a@b.com", list: [1, 2] },',
        ' *   limit,',
        ' * ]',
        ' */',
        'export const pick = (from: object, count: number) => [from, count, limit];',
      ].join('\n');
      const [expression] = expressionsOf(text, 'pick');
      expect(new Function('limit', `return ${expression ?? ''}`)(3)).toEqual([{ mail: 'a@b.com', list: [1, 2] }, 3]);
    });

    it('are read on one line, on methods and on members of objects', () => {
      expect(expressionsOf('/** @bench [4] */\nexport default function (n: number) { return n; }', 'default')).toEqual([
        '[4]',
      ]);
      expect(
        expressionsOf('export class A {\n  /** @bench [5] */\n  static run(n: number) { return n; }\n}', 'A.run'),
      ).toEqual(['[5]']);
      expect(
        expressionsOf('export const tools = {\n  /** @bench [6] */\n  run: (n: number) => n,\n};', 'tools.run'),
      ).toEqual(['[6]']);
    });

    it('of another function do not count', () => {
      const text =
        '/** @bench [1] */\nexport function first(n: number) { return n; }\nexport function second(n: number) { return n; }';
      expect(bench.inputs('tagged.ts', text, 'second').origin).toBe('generated');
    });

    it.each([
      ['does not parse', '/**\n * Text.\n * @bench [[1, 2\n */\nexport function f(a: number[]) { return a; }', 3],
      ['is no array', '/**\n * @bench 3\n */\nexport function f(a: number) { return a; }', 2],
      ['is empty', '/** @bench */\nexport function f(a: number) { return a; }', 1],
      ['goes on in prose', '/** @bench [1] the usual case */\nexport function f(a: number) { return a; }', 1],
    ])('are a failure that names the line when a tag %s', (_, text, line) => {
      const failure = failureOf(() => bench.inputs('tagged.ts', text, 'f'));
      expect(failure.code).toBe('bad-bench-tag');
      expect(failure.message).toContain(`on line ${line} of`);
    });

    it('give way to an entry of an inputs module, and the notes say so', () => {
      bench.write('both.inputs.ts', 'export default { f: { args: () => [1] } };');
      const inputs = bench.inputs('both.ts', '/** @bench [1] */\nexport function f(a: number) { return a; }', 'f');
      expect(inputs.source.kind).toBe('file');
      expect(inputs.notes.join(' ')).toContain('@bench tags of f were not used');
    });

    it('are fixed cases: sizes that the user asks for are refused in the notes', () => {
      const inputs = bench.inputs('tagged.ts', '/** @bench [1] */\nexport function f(a: number) { return a; }', 'f', {
        sizes: [5],
      });
      expect(inputs.sizes).toBeUndefined();
      expect(inputs.notes.join(' ')).toContain('fixed cases');
    });
  });
});

// Every row is a signature as people write them: inputs are generated, evaluated at several sizes, and looked at.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputsEntry } from '../../../src/model/variant.ts';
import type { Row } from './signature-row.ts';
import { typedSignatures } from './typed-signatures.ts';
import { untypedSignatures } from './untyped-signatures.ts';
import { evaluateEntry, evaluateModule, seeded, Workbench } from './workbench.ts';

describe('generated inputs', () => {
  let bench: Workbench;
  beforeAll(() => {
    bench = new Workbench();
  });
  afterAll(() => bench.remove());

  const checkRow = (row: Row, file: string): void => {
    const inputs = bench.inputs(row.file ?? file, row.text, row.line ?? 1);
    expect(inputs.origin).toBe('generated');
    const entry = evaluateEntry(inputs);
    if (row.sizes !== undefined) expect(entry.sizes).toEqual(row.sizes);
    for (const size of sizesOf(entry)) {
      row.check(argsOf(entry, size, 1), size);
      expect(describeValue(argsOf(entry, size, 7))).toBe(describeValue(argsOf(entry, size, 7)));
    }
  };

  describe('from types', () => {
    it.each(typedSignatures)('$title', (row) => checkRow(row, 'subject.ts'));
  });

  describe('from uses', () => {
    it.each(untypedSignatures)('$title', (row) => {
      checkRow(row, 'subject.js');
      if (row.line === undefined)
        expect(bench.inputs(row.file ?? 'subject.js', row.text, 1).notes.join(' ')).toContain('guessed from use');
    });
  });

  it('uses no randomness but the one it is given', () => {
    for (const row of [...typedSignatures, ...untypedSignatures]) {
      const { source } = bench.inputs(
        row.file ?? (untypedSignatures.includes(row) ? 'subject.js' : 'subject.ts'),
        row.text,
        row.line ?? 1,
      );
      expect(source.kind === 'text' ? source.text : '').not.toMatch(/Math\.random|Date\.now|new Date\(\)/);
    }
  });

  it('are the same whether the file of a case is there already or not', () => {
    const text =
      "import { readFileSync } from 'node:fs';\nexport function count(file: string, ids: number[]): number { return readFileSync(file, 'utf8').split('\\n').length + ids.length; }";
    const entry = evaluateEntry(bench.inputs('subject.ts', text, 2));
    const [file, ids] = argsOf(entry, 1_000, 3);
    expect(argsOf(entry, 1_000, 3)).toEqual([file, ids]);
    rmSync(String(file));
    expect(argsOf(entry, 1_000, 3)).toEqual([file, ids]);
    rmSync(String(file));
  });

  it('differs for another seed', () => {
    const entry = evaluateEntry(bench.inputs('subject.ts', typedSignatures[0]?.text ?? '', 1));
    expect(describeValue(argsOf(entry, 100, 1))).not.toBe(describeValue(argsOf(entry, 100, 2)));
  });

  describe('that are impossible', () => {
    it.each([
      [
        'a library object',
        'export function draw(size: number, canvas: CanvasRenderingContext2D) { return [size, canvas]; }',
        /parameter `canvas`.*CanvasRenderingContext2D/,
      ],
      ['a value of type never', 'export function no(value: never) { return value; }', /parameter `value`.*never/],
      [
        'a class that needs one',
        'export class Pool { constructor(readonly worker: Worker) {} }\nexport function run(pool: Pool) { return pool; }',
        /parameter `pool`.*Pool, a class whose constructor needs worker: Worker/,
      ],
      [
        'a type that contains itself without end',
        'interface Endless { value: number; next: Endless }\nexport function walk(endless: Endless) { return endless.value; }',
        /parameter `endless`.*contains itself/,
      ],
    ])('%s is named with its parameter and the reason', (_, text, sentence) => {
      const line = text.split('\n').length;
      expect(() => bench.inputs('subject.ts', text, line)).toThrow(sentence);
    });

    it('a type of a graph that refers to hundreds of others is refused at once', () => {
      const many = Array.from(
        { length: 60 },
        (_, i) =>
          `interface Node${i} { kind: ${i}; ${Array.from({ length: 12 }, (_, j) => `to${j}: Node${(i * 7 + j * 5 + 1) % 60}`).join('; ')} }`,
      );
      const text = `${many.join('\n')}\nexport function walk(node: Node0) { return node.kind; }`;
      const started = performance.now();
      expect(() => bench.inputs('subject.ts', text, many.length + 1)).toThrow(/parameter `node`/);
      expect(performance.now() - started).toBeLessThan(20_000);
    });

    it('a plain parameter whose use says nothing is named', () => {
      expect(() => bench.inputs('subject.js', 'export function keep(thing) { return { thing }; }', 1)).toThrow(
        /parameter `thing`.*has no type/,
      );
    });

    it('the failure says what to do next', () => {
      const failure = (() => {
        try {
          bench.inputs('subject.ts', 'export function no(value: never) { return value; }', 1);
        } catch (thrown) {
          return thrown as { code: string; nextStep: string; exitStatus: number };
        }
        return undefined;
      })();
      expect(failure?.code).toBe('no-inputs');
      expect(failure?.exitStatus).toBe(3);
      expect(failure?.nextStep).toContain('subject.inputs.ts');
    });
  });

  it('sizes that the user asks for replace the chosen ones', () => {
    const inputs = bench.inputs('subject.ts', typedSignatures[0]?.text ?? '', 1, { sizes: [5, 50] });
    expect(inputs.sizes).toEqual([5, 50]);
  });

  it('is a module that evaluates without anything around it', () => {
    const { source } = bench.inputs('subject.ts', typedSignatures[0]?.text ?? '', 1);
    expect(Object.keys(evaluateModule(source.kind === 'text' ? source.text : ''))).toEqual(['sum']);
  });
});

function sizesOf(entry: InputsEntry): readonly number[] {
  return (entry.sizes ?? []).filter((size) => size <= 10_000).slice(0, 2);
}

function argsOf(entry: InputsEntry, size: number, seed: number): readonly unknown[] {
  return entry.args?.(size, seeded(seed)) ?? [];
}

/** A text that is the same for equal values, functions and instances included. */
function describeValue(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'bigint' || typeof part === 'function') return String(part);
    if (part instanceof Map || part instanceof Set) return [...part];
    return ArrayBuffer.isView(part) ? [...(part as unknown as Iterable<unknown>)].map(String) : part;
  });
}

// The examples are what a newcomer reads first and what `npm start` runs: every inputs module fits its functions, and the programs are right.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { gatherInputs } from '../src/engine/inputs/gather-inputs.ts';
import { openSubject } from '../src/engine/source/open-subject.ts';
import { createProjects } from '../src/engine/source/project.ts';
import type { InputsEntry } from '../src/model/variant.ts';
import { seeded } from './engine/inputs/workbench.ts';

const folder = path.resolve(import.meta.dirname, '../examples');
const programs = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.inputs.ts'))
  .map((file) => file.replace(/\.ts$/, ''));

type Functions = Readonly<Record<string, (...args: unknown[]) => unknown>>;

const load = async (file: string): Promise<Record<string, unknown>> =>
  (await import(pathToFileURL(path.join(folder, file)).href)) as Record<string, unknown>;
const functionsOf = async (program: string): Promise<Functions> => (await load(`${program}.ts`)) as Functions;
const inputsOf = async (program: string): Promise<Readonly<Record<string, InputsEntry>>> =>
  (await load(`${program}.inputs.ts`))['default'] as Record<string, InputsEntry>;

describe('the examples', () => {
  it('are the five programs of the article and five from real life', () => {
    expect(programs.toSorted()).toEqual([
      'access-log',
      'csv',
      'edit-distance',
      'fibonacci',
      'matrix',
      'orders',
      'range-sum',
      'scoring',
      'sieve',
      'squares',
    ]);
  });

  it('type-check on their own, strictly', () => {
    const config = ts.getParsedCommandLineOfConfigFile(
      path.join(folder, 'tsconfig.json'),
      {},
      { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
    );
    const program = ts.createProgram(config?.fileNames ?? [], { ...config?.options, skipLibCheck: true });
    expect(config?.options.strict).toBe(true);
    expect(program.getRootFileNames()).toHaveLength(2 * programs.length);
    expect(
      ts
        .getPreEmitDiagnostics(program)
        .map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')),
    ).toEqual([]);
  });

  describe.each(programs)('%s', (program) => {
    it('has an inputs module with an entry for each of its functions', async () => {
      expect(existsSync(path.join(folder, `${program}.inputs.ts`))).toBe(true);
      expect(Object.keys(await inputsOf(program)).toSorted()).toEqual(
        Object.keys(await functionsOf(program)).toSorted(),
      );
    });

    it('has entries of three sizes and a sequence of calls that the functions accept, the same for the same seed', async () => {
      const functions = await functionsOf(program);
      for (const [name, entry] of Object.entries(await inputsOf(program))) {
        const sizes = entry.sizes ?? [];
        expect(sizes, name).toHaveLength(3);
        expect(sizes, name).toEqual(sizes.toSorted((a, b) => a - b));
        const smallest = sizes[0] ?? 0;
        const args = entry.args?.(smallest, seeded(1)) ?? [];
        expect(args, name).toEqual(entry.args?.(smallest, seeded(1)));
        expect(functions[name]?.(...args), name).toBeDefined();
        const calls = entry.sequence?.(smallest, seeded(1)) ?? [];
        expect(calls.length, name).toBeGreaterThanOrEqual(3);
        for (const call of calls) expect(functions[name]?.(...call), name).toBeDefined();
      }
    });

    it('declares inputs that the engine finds', async () => {
      const projects = createProjects();
      for (const name of Object.keys(await functionsOf(program))) {
        const subject = openSubject({ file: path.join(folder, `${program}.ts`), select: { name } }, projects);
        expect(gatherInputs(subject, {})).toMatchObject({ origin: 'declared', source: { kind: 'file', key: name } });
      }
    });
  });

  it('compute what they say', async () => {
    const [squares, matrix, rangeSum, fibonacci, csv, sieve, distance, scoring, orders] = await Promise.all(
      ['squares', 'matrix', 'range-sum', 'fibonacci', 'csv', 'sieve', 'edit-distance', 'scoring', 'orders'].map(
        functionsOf,
      ),
    );
    expect(squares?.['squares']?.([1, -2, 3])).toEqual([1, 4, 9]);
    expect(
      matrix?.['matmul']?.(
        [
          [1, 2],
          [3, 4],
        ],
        [
          [5, 6],
          [7, 8],
        ],
      ),
    ).toEqual([
      [19, 22],
      [43, 50],
    ]);
    expect(matrix?.['squareElements']?.([1.5, 2])).toEqual([2.25, 4]);
    expect(rangeSum?.['rangeSum']?.(101)).toBe(5050);
    expect(fibonacci?.['fibonacci']?.(20)).toBe(6765);
    expect(csv?.['parseRows']?.('a,b\n1,2\n3,4\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(csv?.['sumColumn']?.('a,b\n1,2\n3,4\n', 'b')).toBe(6);
    expect(sieve?.['primesUpTo']?.(30)).toEqual([2, 3, 5, 7, 11, 13, 17, 19, 23, 29]);
    expect(distance?.['editDistance']?.('kitten', 'sitting')).toBe(3);
    expect(
      orders?.['invoices']?.(
        [
          { customerId: 'a', total: 3 },
          { customerId: 'b', total: 4 },
        ],
        [{ id: 'b', name: 'B' }],
      ),
    ).toEqual([
      { customer: 'till', total: 3 },
      { customer: 'B', total: 4 },
    ]);
    // Twelve payments of 100 for a loan of 1200 bear no interest.
    const payments = Array.from({ length: 12 }, () => 100);
    expect(scoring?.['scoreLoans']?.([{ id: 'one', amount: 1200, payments }])).toEqual([
      { id: 'one', yearlyRate: expect.closeTo(0, 6), grade: expect.any(String) },
    ]);
  });
});

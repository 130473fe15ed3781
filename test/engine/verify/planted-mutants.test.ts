import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { CompareAnswer, TaskOutcome } from '../../../src/engine/process/protocol.ts';
import { openSubject } from '../../../src/engine/source/open-subject.ts';
import { createProjects } from '../../../src/engine/source/project.ts';
import type { Subject } from '../../../src/engine/source/subject.ts';
import { checkVerifier } from '../../../src/engine/verify/check-verifier.ts';
import { type PlantedMutant, plantMutants } from '../../../src/engine/verify/planted-mutants.ts';
import type { InputsEntry } from '../../../src/model/variant.ts';
import { projectFolder } from '../source/project-folder.ts';
import { type AnyFunction, compareFunctions } from './compare-functions.ts';
import { bundle, scriptedRunner } from './scripted-runner.ts';

const projects = createProjects();

function subjectOf(text: string, name: string): Subject {
  const folder = projectFolder({ 'subject.ts': text });
  return openSubject({ file: join(folder, 'subject.ts'), select: { name } }, projects);
}

function functionIn(text: string, name: string): AnyFunction {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  return new Function('exports', `${outputText}; return ${name};`)({}) as AnyFunction;
}

const programs: readonly (readonly [string, string, InputsEntry])[] = [
  [
    'sieve',
    'export function sieve(n: number): number {\n  const flags = new Array<boolean>(n + 1).fill(true);\n  let count = 0;\n  for (let i = 2; i <= n; i++) {\n    if (!flags[i]) continue;\n    count++;\n    for (let j = i * i; j <= n; j += i) flags[j] = false;\n  }\n  return count;\n}\n',
    { sizes: [10, 30], args: (n) => [n] },
  ],
  [
    'scale',
    'export const scale = (xs: number[], by: number): number[] => xs.map((x) => x * by);\n',
    { sizes: [4, 8], args: (n, random) => [Array.from({ length: n }, random), 3] },
  ],
  [
    'normalize',
    'export function normalize(xs: number[]): void {\n  let largest = 0;\n  for (const x of xs) largest = Math.max(largest, Math.abs(x));\n  for (let i = 0; i < xs.length; i++) {\n    xs[i] = (xs[i] ?? 0) / largest;\n  }\n}\n',
    { sizes: [4, 8], args: (n, random) => [Array.from({ length: n }, random)] },
  ],
  [
    'collatz',
    'export function collatz(n: number): number {\n  let steps = 0;\n  while (n > 1) {\n    n = n % 2 === 0 ? n / 2 : 3 * n + 1;\n    steps++;\n  }\n  return steps;\n}\n',
    { sizes: [6, 27], args: (n) => [n] },
  ],
  [
    'label',
    'export function label(first: string, last: string): string {\n  if (first === "" || last === "") return first + last;\n  return last + ", " + first;\n}\n',
    { sizes: [2, 4], args: (n) => ['a'.repeat(n), 'b'.repeat(n)] },
  ],
  [
    'total',
    'interface Line {\n  price: number;\n  count: number;\n}\nexport function total(lines: Line[]): number {\n  return lines.reduce((sum, line) => sum + line.price * line.count, 0);\n}\n',
    { sizes: [3, 5], args: (n, random) => [Array.from({ length: n }, () => ({ price: random(), count: 2 }))] },
  ],
  [
    'turn',
    'export function turn(xs: number[]): void {\n  xs.reverse();\n}\n',
    { sizes: [3, 5], args: (n, random) => [Array.from({ length: n }, random)] },
  ],
  [
    'empty',
    'export function empty(xs: number[], really: boolean): void {\n  if (really) xs.length = xs.length;\n  else xs.length = xs.length >> xs.length;\n}\n',
    { sizes: [3, 5], args: (n, random) => [Array.from({ length: n }, random), false] },
  ],
  [
    'each',
    'export function* each<T>(xs: T[]): Generator<T> {\n  for (const x of xs) yield x;\n}\n',
    { sizes: [3, 5], args: (n, random) => [Array.from({ length: n }, random)] },
  ],
];

describe('plantMutants', () => {
  for (const [name, text] of programs) {
    it(`changes ${name} in one place at a time and nowhere outside of it`, () => {
      const subject = subjectOf(text, name);
      const mutants = plantMutants(subject, 1);
      expect(mutants.length).toBeGreaterThan(0);
      expect(mutants.length).toBeLessThanOrEqual(8);
      expect(new Set(mutants.map((mutant) => mutant.text)).size).toBe(mutants.length);
      for (const mutant of mutants) {
        expect(mutant.text).not.toBe(text);
        expect(mutant.text.slice(0, subject.listing.start)).toBe(text.slice(0, subject.listing.start));
        expect(() => functionIn(mutant.text, name)).not.toThrow();
        expect(mutant.line).toBeGreaterThanOrEqual(subject.listing.line);
      }
    });

    it(`makes wrong versions of ${name} that the comparison catches`, async () => {
      const [, source, inputs] = programs.find(([one]) => one === name) as (typeof programs)[number];
      const mutants = plantMutants(subjectOf(source, name), 1);
      const caught: string[] = [];
      for (const mutant of mutants) {
        const answer = await compareFunctions({
          baseline: functionIn(source, name),
          candidate: functionIn(mutant.text, name),
          inputs,
          task: { budgetMs: 3_000, callDeadlineMs: 200 },
        });
        if (answer.counterexample !== undefined) caught.push(mutant.description);
      }
      // Some changes have no effect (a sieve that starts at i * i + ... does); most must show.
      expect(caught.length).toBeGreaterThanOrEqual(Math.ceil(mutants.length * 0.6));
    });
  }

  it('gives the same mutants for the same seed', () => {
    const [name, text] = programs[0] as (typeof programs)[number];
    const subject = subjectOf(text, name);
    expect(plantMutants(subject, 4)).toEqual(plantMutants(subject, 4));
    const orders = new Set([1, 2, 3, 4, 5].map((seed) => JSON.stringify(plantMutants(subject, seed))));
    expect(orders.size).toBeGreaterThan(1);
  });

  it('puts an operator, a result and a dropped statement in front of bounds', () => {
    const subject = subjectOf(
      'export function f(xs: number[]): number {\n  let t = 0;\n  for (let i = 0; i < xs.length; i++) {\n    t += xs[i] ?? 0;\n  }\n  return t;\n}\n',
      'f',
    );
    const [first, second, third] = plantMutants(subject, 9).map(({ description }) => description);
    expect([first, second, third]).toEqual([
      '`+=` became `-=`',
      'the returned value `t` became `(t) + 1`',
      'the statement `t += xs[i] ?? 0;` was dropped',
    ]);
  });

  it('keeps the byte order mark and line ends', () => {
    const text = '\ufeffexport function f(a: number, b: number): number {\r\n  return a - b;\r\n}\r\n';
    const mutants = plantMutants(subjectOf(text, 'f'), 1);
    expect(mutants[0]?.text).toBe(text.replace('a - b', 'a + b'));
    expect(mutants[0]?.line).toBe(2);
  });
});

describe('checkVerifier', () => {
  const mutants: readonly PlantedMutant[] = [
    { description: '`<` became `<=`', line: 3, text: 'survivor' },
    { description: '`+` became `-`', line: 4, text: 'wrong' },
  ];
  const clean: CompareAnswer = { compared: 20, generated: 18, skipped: 0, returned: 20 };
  const check = (answer: (text: string) => TaskOutcome<'compare'>, planted: readonly PlantedMutant[] = mutants) =>
    checkVerifier({
      baseline: bundle('baseline'),
      mutants: planted,
      build: async (mutant) =>
        mutant.text === 'broken'
          ? { ok: false, message: 'no', nextStep: 'no' }
          : { ok: true, bundle: bundle(mutant.text), notes: [] },
      cases: [{ index: 0, label: 'n = 1' }],
      runner: scriptedRunner((task) => answer(task.candidate.id)),
      seed: 1,
      budgetMs: 500,
      signal: new AbortController().signal,
    });

  it('does not trust a comparison that always says equal', async () => {
    const verdict = await check(() => ({ ok: true, answer: clean }));
    expect(verdict).toMatchObject({ check: 'planted bug caught', ok: false });
    expect(verdict.detail).toContain('None of the 2 planted bugs');
  });

  it('tries further bugs when one changes no answer, and says which was caught', async () => {
    const counterexample = { args: '[2]', expected: '4', actual: '0' };
    const verdict = await check((id) => ({ ok: true, answer: id === 'wrong' ? { ...clean, counterexample } : clean }));
    expect(verdict.ok).toBe(true);
    expect(verdict.detail).toContain('line 4: `+` became `-` was caught, shown by [2], after 1');
  });

  it('does not count a bug that merely crashes or does not build as caught', async () => {
    const verdict = await check(() => ({ ok: false, failure: { kind: 'load-threw', message: 'x', nextStep: 'y' } }));
    expect(verdict.ok).toBe(false);
    const unbuilt = await check(() => ({ ok: true, answer: clean }), [{ description: 'x', line: 1, text: 'broken' }]);
    expect(unbuilt.detail).toContain('No bug could be planted');
  });
});

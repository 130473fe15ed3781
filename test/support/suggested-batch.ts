// Random functions for which the file that would be suggested is run against the original, bit for bit: what WebAssembly gives, and that nothing
// was changed where it hands a call on; and for programs around arrays, what typed arrays give. Many functions share one file.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import ts from 'typescript';
import { applyEdits } from '../../src/engine/source/edits.ts';
import type { Subject } from '../../src/engine/source/subject.ts';
import { seededRandom } from '../../src/engine/statistics/random.ts';
import { typedArrays } from '../../src/engine/strategies/typed-arrays/typed-arrays.ts';
import { kernelCandidates } from '../../src/engine/strategies/webassembly/webassembly.ts';
import { BatchCount, type BatchResult, exportsOf } from './batch-result.ts';
import { proposeOn, subjectOf } from './propose-on.ts';
import {
  arrayProgram,
  arrayProgramInputs,
  filledProgram,
  grownProgram,
  tableProgram,
} from './random-array-programs.ts';
import { randomCallbacks } from './random-callbacks.ts';
import { randomForms } from './random-forms.ts';
import type { Random } from './random-kernels.ts';
import { randomTableFunction } from './random-tables.ts';

type Run = (...args: unknown[]) => unknown;
type Calls = () => readonly (readonly unknown[])[];

export function checkTableBatch(seed: number, size: number): BatchResult {
  return checkSuggested(seed, size, randomTableFunction, tableCalls);
}

/** Texts, rows that take over, tables by index, extremes, pairs. */
export function checkFormBatch(seed: number, size: number): BatchResult {
  return checkSuggested(seed, size, randomForms, formCalls);
}

/** Callbacks of array methods. */
export function checkCallbackBatch(seed: number, size: number): BatchResult {
  return checkSuggested(seed, size, randomCallbacks, tableCalls);
}

function checkSuggested(
  seed: number,
  size: number,
  generate: (name: string, random: Random) => string,
  calls: Calls,
): BatchResult {
  const random = seededRandom(seed);
  const texts = Array.from({ length: size }, (_, index) => generate(`f${index}`, random));
  const originals = exportsOf(texts.join('\n'));
  const count = new BatchCount(seed);
  const suggested = functionsOf(texts).flatMap(([name, subject]) => {
    const candidates = kernelCandidates(subject, []);
    return 'code' in candidates ? [] : [{ name, files: candidates.map(({ files }) => files[1]?.newText ?? '') }];
  });
  const kernels = kernelsOf(suggested);
  for (const [index, { name }] of suggested.entries()) {
    const original = originals[name];
    if (original === undefined) throw new Error(`${name} is not exported.`);
    const before = count.calls;
    for (const kernel of kernels[index] ?? [])
      compareKernel(kernel, original, texts[Number(name.slice(1))] ?? '', calls, count);
    if (count.calls > before) count.noteCompared('webassembly');
  }
  return count.result(size);
}

/** The files are put into one, each in a function of its own, for a process is started for each text that types are taken out of. */
function kernelsOf(
  suggested: readonly { readonly name: string; readonly files: readonly string[] }[],
): readonly (readonly Run[])[] {
  const scopes = suggested.map(({ name, files }) => {
    const inner = files.map(
      (text) => `(() => {\n${text.replace('export function', 'function')}\nreturn ${name}Kernel;\n})()`,
    );
    return `[${inner.join(', ')}]`;
  });
  const { all } = exportsOf(`export function all() { return [${scopes.join(', ')}]; }`);
  return all?.() as readonly (readonly Run[])[];
}

function compareKernel(kernel: Run, original: Run, text: string, calls: Calls, count: BatchCount): void {
  const untouched = calls();
  const expected = calls();
  for (const [index, args] of calls().entries()) {
    const actual = outcomeOf(kernel, args);
    if (actual !== 'error' && actual.value === undefined) {
      count.handedOn += 1;
      // It is the original's to do then, on arguments as they were.
      if (!isDeepStrictEqual(args, untouched[index]))
        count.compare('webassembly, handed on', text, String(index), args, untouched[index]);
      continue;
    }
    count.compare('webassembly', text, String(index), actual, outcomeOf(original, expected[index] ?? []));
  }
}

/** Programs around one array that they make: typed arrays in place of plain ones. */
export function checkArrayBatch(seed: number, size: number): BatchResult {
  const programs = fc.sample(fc.oneof(arrayProgram, tableProgram, grownProgram, filledProgram), {
    seed,
    numRuns: size,
  });
  const texts = programs.map((program, index) => program.replace('function subject(', `function f${index}(`));
  const count = new BatchCount(seed);
  const edits = [];
  const rewritten: string[] = [];
  for (const [name, subject] of functionsOf(texts)) {
    const proposal = proposeOn(typedArrays, subject);
    if (proposal.kind === 'declined' || proposal.candidates[0].signature === 'typed') continue;
    edits.push(...(proposal.candidates[0].files[0]?.edits ?? []));
    rewritten.push(name);
  }
  const originals = exportsOf(texts.join('\n'));
  const changed = exportsOf(applyEdits(texts.join('\n'), edits));
  for (const name of rewritten) {
    const [original, after] = [originals[name], changed[name]];
    if (original === undefined || after === undefined) throw new Error(`${name} is not exported.`);
    for (const args of arrayProgramInputs) {
      const [actual, expected] = [after, original].map((run) => outcomeOf(run, structuredClone(args)));
      count.compare('typed-arrays', texts[Number(name.slice(1))] ?? '', JSON.stringify(args), actual, expected);
    }
    count.noteCompared('typed-arrays');
  }
  return count.result(size);
}

/** Each of the functions `f0`, `f1` and so on of one file. */
function functionsOf(texts: readonly string[]): readonly (readonly [string, Subject])[] {
  const whole = subjectOf(texts.join('\n'), 'f0');
  return whole.sourceFile.statements.flatMap((statement) => {
    if (!ts.isFunctionDeclaration(statement) || !/^f\d+$/.test(statement.name?.text ?? '')) return [];
    const name = statement.name?.text ?? '';
    return [[name, { ...whole, node: statement, listing: { ...whole.listing, name } }] as const];
  });
}

interface Outcome {
  readonly value: unknown;
  readonly isFirst: boolean;
  readonly args: readonly unknown[];
}

function outcomeOf(run: Run, args: readonly unknown[]): Outcome | 'error' {
  try {
    const value = run(...args);
    return { value, isFirst: value === args[0], args };
  } catch {
    return 'error';
  }
}

const formTexts = [
  '',
  'a',
  'kitten',
  'sitting',
  '((a)b)[9 0]',
  'aé0zé',
  '\u{1f600}b',
  '\ud83dx',
  'aaaaaaaaaaaaaaaaaaaaaaaa',
];

function formCalls(): readonly (readonly unknown[])[] {
  const values = [
    [1, 2, 3],
    [0.5],
    [],
    [-0, 0],
    [3, Number.NaN, 1],
    [5, 4, 3, 2, 1, 9, 8, 1e9],
    [Infinity, -1],
    [1, undefined],
  ];
  return formTexts.map((s, index) => [
    s,
    formTexts[(index * 4 + 2) % formTexts.length],
    [2, 1, 0, 3, 2.5, -1, Number.NaN, 7][index % 8],
    values[index % values.length]?.slice(),
  ]);
}

function tableCalls(): readonly (readonly unknown[])[] {
  const grid = (rows: number, columns: number, at: (i: number, j: number) => number): number[][] =>
    Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_ignored, j) => at(i, j)));
  const thirds = (rows: number, columns: number) => grid(rows, columns, (i, j) => (i * 5 - j * 3) / 3);
  const [row, other] = [
    [1, -0, 0.5],
    [1, -0, 0.5],
  ];
  const same = thirds(3, 3);
  const shared = { x: 0.5, y: -0, on: true };
  const points = (count: number) => Array.from({ length: count }, (_, i) => ({ x: i / 3, y: 2 - i, on: i % 2 === 0 }));
  const calls: readonly [unknown, unknown, unknown, number, number][] = [
    [thirds(3, 3), thirds(3, 3), [1, 2, 3], 3, 0.1],
    [thirds(4, 4), grid(4, 4, (i, j) => i - j), [0, 1, 2, 3], 4, -1],
    [thirds(2, 2), thirds(2, 5), [0.5, -0], 2, Number.NaN],
    [same, same, row, 3, 2],
    [[other, other, [1, 2, 3]], [other, [4, 5, 6], [7, 8, 9]], other, 3, 1],
    [[[1, 2], [3]], thirds(2, 2), [1, 2], 2, 1],
    [
      [
        [1, 2],
        [3, undefined],
      ],
      thirds(2, 2),
      [1, 2],
      2,
      1,
    ],
    [[[1, 2], Object.assign(new Array(2), { 0: 1 })], thirds(2, 2), [1, 2], 2, 1],
    [[], [], [], 0, 1],
    [[[]], [[]], [], 1, 1],
    [thirds(5, 5), thirds(5, 5), [5, 4, 3, 2, 1], 5, 1.5],
    [thirds(1, 1), thirds(1, 1), [7], 1, Infinity],
    [Object.freeze([Object.freeze([1, 2]), Object.freeze([3, 4])]), thirds(2, 2), [1, 2], 2, 3],
    [thirds(20, 20), thirds(20, 20), thirds(1, 20)[0] ?? [], 20, 0.25],
  ];
  const odd: readonly unknown[] = [
    [shared, shared, shared],
    [{ x: 1, on: true }],
    [{ x: '1', y: 2, on: 0 }],
    [undefined],
  ];
  return calls.map((call, index) => [...call, index % 4 === 3 ? odd[index >> 2] : points(call[3])]);
}

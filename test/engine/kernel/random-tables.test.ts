// Random functions on tables and growing arrays: the file that would be suggested is run against the original, bit for bit. Where it hands a
// call on, nothing may have been changed. FUZZ_SEED and FUZZ_RUNS (programs) make it another or a longer run.
import ts from 'typescript';
import { expect, test } from 'vitest';
import { seededRandom } from '../../../src/engine/statistics/random.ts';
import { webassembly } from '../../../src/engine/strategies/webassembly/webassembly.ts';
import { proposeOn, subjectOf } from '../../support/check-strategy.ts';
import { randomTableFunction } from '../../support/random-tables.ts';

const programsPerFile = 25;

type Arguments = [unknown, unknown, unknown, number, number, unknown];
type Run = (...args: Arguments) => unknown;

function callsOf(): readonly Arguments[] {
  const grid = (rows: number, columns: number, at: (i: number, j: number) => number): number[][] =>
    Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_ignored, j) => at(i, j)));
  const thirds = (rows: number, columns: number) => grid(rows, columns, (i, j) => (i * 5 - j * 3) / 3);
  const row = [1, -0, 0.5];
  const same = thirds(3, 3);
  const shared = { x: 0.5, y: -0, on: true };
  const points = (count: number) => Array.from({ length: count }, (_, i) => ({ x: i / 3, y: 2 - i, on: i % 2 === 0 }));
  const calls: readonly [unknown, unknown, unknown, number, number][] = [
    [thirds(3, 3), thirds(3, 3), [1, 2, 3], 3, 0.1],
    [thirds(4, 4), grid(4, 4, (i, j) => i - j), [0, 1, 2, 3], 4, -1],
    [thirds(2, 2), thirds(2, 5), [0.5, -0], 2, Number.NaN],
    [same, same, row, 3, 2],
    [[row, row, [1, 2, 3]], [row, [4, 5, 6], [7, 8, 9]], row, 3, 1],
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
  return calls.map((call, index): Arguments => [...call, index % 4 === 3 ? odd[index >> 2] : points(call[3])]);
}

interface Outcome {
  readonly value: unknown;
  readonly isFirst: boolean;
  readonly args: Arguments;
}

function outcomeOf(run: Run, args: Arguments): Outcome | 'error' {
  try {
    const value = run(...args);
    return { value, isFirst: value === args[0], args };
  } catch {
    return 'error';
  }
}

function modulesOf(text: string): Record<string, Run> {
  const exports: Record<string, Run> = {};
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  new Function('exports', outputText)(exports);
  return exports;
}

function checkFile(seed: number): { readonly answered: number; readonly handedOn: number; readonly declined: number } {
  const random = seededRandom(seed);
  const texts = Array.from({ length: programsPerFile }, (_, index) => randomTableFunction(`f${index}`, random));
  const whole = subjectOf(texts.join('\n'), 'f0');
  const originals = modulesOf(texts.join('\n'));
  const counts = { answered: 0, handedOn: 0, declined: 0 };
  for (const statement of whole.sourceFile.statements) {
    if (!ts.isFunctionDeclaration(statement) || !/^f\d+$/.test(statement.name?.text ?? '')) continue;
    const name = statement.name?.text ?? '';
    const subject = { ...whole, node: statement, listing: { ...whole.listing, name } };
    const proposal = proposeOn(webassembly, subject);
    const original = originals[name];
    if (proposal.kind === 'declined' || original === undefined) {
      counts.declined += 1;
      continue;
    }
    for (const candidate of proposal.candidates.filter(({ signature }) => signature === 'same')) {
      const kernel = modulesOf(candidate.files[1]?.newText ?? '')[`${name}Kernel`];
      if (kernel === undefined) throw new Error(`${name} has no kernel.`);
      checkCalls(kernel, original, `seed ${seed}\n${texts[Number(name.slice(1))]}`, counts);
    }
  }
  return counts;
}

function checkCalls(kernel: Run, original: Run, title: string, counts: { answered: number; handedOn: number }): void {
  const untouched = callsOf();
  const expected = callsOf().map((args) => outcomeOf(original, args));
  for (const [index, args] of callsOf().entries()) {
    const actual = outcomeOf(kernel, args);
    if (actual === 'error') throw new Error(`The kernel threw in call ${index}, ${title}`);
    if (actual.value === undefined) {
      counts.handedOn += 1;
      expect(args, `call ${index} handed on, ${title}`).toStrictEqual(untouched[index]);
      continue;
    }
    counts.answered += 1;
    expect(actual, `call ${index}, ${title}`).toStrictEqual(expected[index]);
  }
}

test('random functions on tables give bit for bit what JavaScript gives, and leave alone what they hand on', () => {
  const first = Number(process.env['FUZZ_SEED'] ?? 7);
  const files = Math.ceil(Number(process.env['FUZZ_RUNS'] ?? 25) / programsPerFile);
  const total = { answered: 0, handedOn: 0, declined: 0 };
  for (let file = 0; file < files; file += 1) {
    const { answered, handedOn, declined } = checkFile(first + file);
    total.answered += answered;
    total.handedOn += handedOn;
    total.declined += declined;
  }
  if (process.env['FUZZ_RUNS'] !== undefined) process.stdout.write(`${JSON.stringify(total)}\n`);
  expect(total.answered).toBeGreaterThan(files * programsPerFile);
}, 3_600_000);

// Random functions that read tables of the caller in nested loops, with bounds that are near misses, on tables that are ragged, short, or hold
// what is no number: whatever is read from a flat copy must behave like the original.
import fc from 'fast-check';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { typedArrays } from '../../src/engine/strategies/typed-arrays/typed-arrays.ts';
import { editedText, proposeOn, subjectOf } from '../support/check-strategy.ts';

const pick = (...choices: string[]): fc.Arbitrary<string> => fc.constantFrom(...choices);

const rowBound = pick('a.length', 'rows', 'b.length', 'rows', 'rows - 1', 'inner', 'n', 'a.length + 1');
const columnBound = pick(
  'columns',
  'columns',
  'b[0].length',
  'inner',
  'a[i].length',
  'columns - 1',
  'rows',
  'columns + 1',
);
const innerBound = pick('inner', 'b.length', 'a[i].length', 'inner', 'b[0].length', 'inner + 1', 'n');
const cell = pick(
  'a[i][k]',
  'a[i][k]',
  'b[k][j]',
  'b[k][j]',
  'a[k][i]',
  'a[i + 1][k]',
  'a[i][k + 1]',
  'b[j][k]',
  'b[0][j]',
  'a[rows - 1][k]',
  'k',
  'n',
);

const sums = fc
  .record({ rowBound, columnBound, innerBound, left: cell, right: cell, operator: pick('*', '*', '+', '-', '%') })
  .map((p) =>
    [
      `for (let i = 0; i < ${p.rowBound}; i++) {`,
      '  const row: number[] = [];',
      `  for (let j = 0; j < ${p.columnBound}; j++) {`,
      '    let sum = 0;',
      `    for (let k = 0; k < ${p.innerBound}; k++) sum += ${p.left} ${p.operator} ${p.right};`,
      '    row.push(sum);',
      '  }',
      '  result.push(row);',
      '}',
    ].join('\n'),
  );

const named = fc
  .record({
    rowBound,
    columnBound,
    inner: pick('x.length', 'y.length', 'inner', 'columns'),
    start: pick('0', 'i', '1'),
  })
  .map((p) =>
    [
      `for (let i = 0; i < ${p.rowBound}; i++) {`,
      '  const x = a[i];',
      `  for (let j = ${p.start}; j < ${p.columnBound.replace('a[i]', 'x')}; j++) {`,
      '    const y = b[j];',
      `    for (let k = 0; k < ${p.inner}; k++) result.push([x[k] - y[k], i === k ? x.length : 0]);`,
      '  }',
      '}',
    ].join('\n'),
  );

const guarded = fc
  .record({
    dy: pick('-1', '0'),
    dx: pick('-1', '0'),
    guard: pick('y >= 0 && y < rows && x >= 0 && x < columns', 'y >= 0 && x >= 0', 'x < columns'),
  })
  .map((p) =>
    [
      'for (let i = 0; i < rows; i++) {',
      '  for (let j = 0; j < columns; j++) {',
      '    let sum = 0;',
      `    for (let dy = ${p.dy}; dy <= 1; dy++) for (let dx = ${p.dx}; dx <= 1; dx++) {`,
      '      const y = i + dy; const x = j + dx;',
      `      if (${p.guard}) sum += a[y][x];`,
      '    }',
      '    result.push([sum]);',
      '  }',
      '}',
    ].join('\n'),
  );

const program = fc
  .record({
    body: fc.oneof(sums, sums, named, guarded),
    before: pick('', 'if (rows === 0) return [];', 'const first = a[0][0]; result.push([first]);'),
  })
  .map(({ body, before }) =>
    [
      'export function subject(a: number[][], b: number[][], n: number): unknown {',
      '  const rows = a.length; const inner = b.length; const columns = b[0].length;',
      '  const result: number[][] = [];',
      `  ${before}`,
      body,
      '  return result;',
      '}',
    ].join('\n'),
  );

const square = [
  [1, 2, 3],
  [0.1, -0, Number.NaN],
  [7, 1e300, -5],
];
const tables: unknown[] = [
  [],
  [[]],
  [[1]],
  square,
  [
    [1, 2],
    [3, 4],
    [5, 6],
  ],
  [[1, 2, 3]],
  [[1, 2], [3]],
  [[3], [1, 2]],
  [[1, 2], undefined],
  // biome-ignore lint/suspicious/noSparseArray: holes are what is tested
  [[1, , 3], square[1], square[2]],
  [['1', 2, 3], square[1], square[2]],
];

function run(text: string): unknown[] {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exported: { subject?: (...args: unknown[]) => unknown } = {};
  new Function('exports', outputText)(exported);
  return tables.flatMap((a) =>
    tables.flatMap((b) =>
      [2, 2.5].map((n) => {
        try {
          return { value: exported.subject?.(a, b, n) };
        } catch (error) {
          return { error: String(error) };
        }
      }),
    ),
  );
}

test('whatever table is read from a flat copy in a random function gives the same', () => {
  let rewritten = 0;
  fc.assert(
    fc.property(program, (text) => {
      const subject = subjectOf(text, 'subject');
      const proposal = proposeOn(typedArrays, subject);
      if (proposal.kind === 'declined') return;
      rewritten += 1;
      const expected = run(text);
      for (const candidate of proposal.candidates) {
        const after = editedText(subject, candidate);
        expect(run(after), after).toStrictEqual(expected);
      }
    }),
    {
      seed: Number(process.env['FUZZ_SEED'] ?? 5),
      numRuns: Number(process.env['FUZZ_RUNS'] ?? 80),
      endOnFailure: true,
    },
  );
  expect(rewritten).toBeGreaterThan(15);
}, 300_000);

test('the comparison notices a table that is not rectangular', () => {
  const text = [
    'export function subject(a: number[][], b: number[][]) {',
    '  let sum = b.length; for (const row of a) for (let k = 0; k < row.length; k++) sum += row[k];',
    '  return sum;',
    '}',
  ].join('\n');
  expect(run(text.replace('row.length', 'a[0].length'))).not.toStrictEqual(run(text));
});

// Random inner loops of checksums: what is looked up by bytes gives what the loop gives, bit by bit.
import ts from 'typescript';
import { expect, test } from 'vitest';
import { applyEdits } from '../../src/engine/source/edits.ts';
import { seededRandom } from '../../src/engine/statistics/random.ts';
import { plainJavaScript } from '../../src/engine/strategies/plain-javascript/plain-javascript.ts';
import { proposeOn, subjectOf } from '../support/check-strategy.ts';

type Random = () => number;

function pick<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) throw new Error('There is nothing to choose from.');
  return choice;
}

/** Linear or nearly so: some of them must not be rewritten. */
function randomChecksum(random: Random): string {
  const polynomial = pick(random, [0xedb88320, 0x04c11db7, 0x1021, 0x07, 1, 0x80000000, 0xa001, 0]);
  const bit = pick(random, ['1', '0x80', '0x8000', '0x80000000', '2', '3']);
  const shift = pick(random, ['x >>> 1', 'x << 1', 'x >>> 1', 'x << 1', 'x >> 1', 'x >>> 2']);
  const end = pick(random, ['', '', ' & 0xff', ' & 0xffff', ' >>> 0', ' | 0', ' & 0xffffff', ' ^ 5']);
  const test = pick(random, [`x & ${bit}`, `(x & ${bit}) !== 0`, `(x & ${bit}) === ${bit}`, 'x < 0', `!(x & ${bit})`]);
  const step = pick(random, [
    `x = (${test} ? (${shift}) ^ ${polynomial} : ${shift})${end};`,
    `if (${test}) x = ((${shift}) ^ ${polynomial})${end}; else x = (${shift})${end};`,
    `const out = ${test}; x = (${shift})${end}; if (out) x ^= ${polynomial};`,
    `x = ((${shift}) ^ (-(x & 1) & ${polynomial}))${end};`,
    `if (${test}) x = ((${shift}) ^ ${polynomial})${end};`,
    `x = (${shift}) ^ (${test} ? ${polynomial} : 0);`,
    `x ^= ${shift};`,
    `x = ~(${shift})${end};`,
  ]);
  const loop = pick(random, [
    'let i = 0; i < 8; i++',
    'let i = 8; i > 0; i--',
    'let i = 0; i < 16; i++',
    'let i = 0; i <= 4; ++i',
  ]);
  const before = pick(random, [
    'x ^= value;',
    'x = x ^ (value << 8);',
    'x += value;',
    'x = (x ^ value) & 0xff;',
    'x = value;',
  ]);
  return `export function check(values: number[], start: number): number { let x = start; for (const value of values) { ${before} for (${loop}) { ${step} } } return x; }`;
}

const scripts = (text: string): ((values: number[], start: number) => number) => {
  const exports: Record<string, unknown> = {};
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  new Function('exports', outputText)(exports);
  return exports['check'] as (values: number[], start: number) => number;
};

test('what is looked up by bytes is what the loop over the bits gives', () => {
  const random = seededRandom(7);
  let rewritten = 0;
  for (let program = 0; program < 120; program += 1) {
    const text = randomChecksum(random);
    const proposal = proposeOn(plainJavaScript, subjectOf(text, 'check'));
    if (proposal.kind === 'declined') continue;
    const [candidate] = proposal.candidates;
    if (candidate.variant !== 'byte-table') continue;
    rewritten += 1;
    const after = applyEdits(text, candidate.files[0]?.edits ?? []);
    const [before, table] = [scripts(text), scripts(after)];
    const values = Array.from({ length: 40 }, () =>
      pick(random, [0, 255, -1, 0.5, 2 ** 31, 2 ** 40, Number.NaN, random() * 2 ** 32]),
    );
    for (const start of [0, -1, 0xffffffff, 1.5, Number.NaN, Infinity, -0])
      for (const count of [1, 2, 40])
        expect(table(values.slice(0, count), start), `${text}\n${after}`).toBe(before(values.slice(0, count), start));
  }
  expect(rewritten).toBeGreaterThan(12);
});

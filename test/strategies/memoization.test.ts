// The memoization strategy on its fixtures, then the generated cache at work: bounded, reset, asked by recursion, and never wrong about the
// sign of a zero.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoization } from '../../src/engine/strategies/memoization/memoization.ts';
import type { Candidate, Strategy } from '../../src/engine/strategies/strategy.ts';
import { checkFixture, editedText, proposeOn, subjectOf, testFixtures } from '../support/check-strategy.ts';
import { executeSource, type LoadedSubject } from '../support/execute-source.ts';

testFixtures(memoization);

const fibonacci =
  'export function fib(n: number): number {\n  if (n < 2) return n;\n  return fib(n - 1) + fib(n - 2);\n}\n';

test('recursion goes through the cache, which counts its entries and can be forgotten', async () => {
  const { loaded } = await memoised(fibonacci, 'fib');
  expect(loaded.call(undefined, [60])).toBe(1_548_008_755_920);
  expect(loaded.cacheSize()).toBe(59);
  loaded.reset();
  expect(loaded.cacheSize()).toBe(0);
});

test('the cache of two arguments counts all entries and can be forgotten', async () => {
  const text =
    'export function paths(a: number, b: number): number {\n  if (a === 0 || b === 0) return 1;\n  return paths(a - 1, b) + paths(a, b - 1);\n}\n';
  const { loaded } = await memoised(text, 'paths');
  expect(loaded.call(undefined, [10, 20])).toBe(30_045_015);
  expect(loaded.cacheSize()).toBe(200);
  loaded.reset();
  expect(loaded.cacheSize()).toBe(0);
  expect(loaded.call(undefined, [3, 3])).toBe(20);
});

test('the cache never holds more than its limit', async () => {
  const text =
    'export function f(n: number): number {\n  let s = 0;\n  for (let i = 0; i < 2; i++) s += n;\n  return s;\n}\n';
  const { loaded } = await memoised(text, 'f');
  for (let n = 1; n <= 100_001; n++) loaded.call(undefined, [n]);
  expect(loaded.cacheSize()).toBe(1);
  expect(loaded.call(undefined, [100_000])).toBe(200_000);
});

test('an error is thrown again, not remembered', async () => {
  const text =
    'export function f(n: number): number {\n  let s = 0;\n  for (let i = 0; i < n; i++) s += i;\n  if (s > 10) throw new Error("too much: " + s);\n  return s;\n}\n';
  const { loaded } = await memoised(text, 'f');
  for (let call = 0; call < 2; call++) expect(() => loaded.call(undefined, [7])).toThrow('too much: 21');
  expect(loaded.cacheSize()).toBe(0);
});

test('calls of an asynchronous function that come at once have promises of their own, settle in order, and share no rejection', async () => {
  const text =
    'const same = async (n: number): Promise<number> => n;\nexport async function f(n: number): Promise<number> {\n  let s = 0;\n  for (let i = 0; i < n; i++) s += await same(i);\n  if (s > 10) throw new Error("too much: " + s);\n  return s;\n}\n';
  const { loaded } = await memoised(text, 'f');
  const call = (n: number) => loaded.call(undefined, [n]) as Promise<number>;
  const order: string[] = [];
  const note = (name: string, promise: Promise<number>) =>
    promise.then(
      (value) => order.push(`${name}: ${value}`),
      (error: Error) => order.push(`${name}: ${error.message}`),
    );
  const [first, second] = [call(4), call(4)];
  expect(first).not.toBe(second);
  await Promise.all([note('a', first), note('b', second), note('c', call(7)), note('d', call(7)), note('e', call(2))]);
  expect(order).toEqual(['e: 1', 'a: 6', 'b: 6', 'c: too much: 21', 'd: too much: 21']);
  const errors = await Promise.all([call(7), call(7)].map((one) => one.catch((error: unknown) => error)));
  expect(errors[0]).not.toBe(errors[1]);
  expect(loaded.cacheSize()).toBe(2);
  expect(call(4)).not.toBe(call(4));
});

test.each([
  ['one argument', 'n: number', 'same(i)', 1],
  ['two arguments', 'n: number, by: number', 'same(i * by)', 2],
  ['three arguments', 'n: number, by: number, kind: string', 'same(kind.length * i * by)', 3],
])(
  'calls that come while the first one waits compute once, and one that failed is not remembered: %s',
  async (_what, parameters, value, count) => {
    const text = `const same = async (n: number): Promise<number> => n;
export async function f(${parameters}): Promise<number> {
  let s = 0;
  for (let i = 0; i < n; i++) s += await ${value};
  if (s > 10) throw new Error("too much: " + s);
  return s;
}
`;
    const subject = subjectOf(text, 'f');
    const candidate = candidateOf(memoization, subject);
    expect(candidate.variant).toBe('shared-promise');
    const counting = editedText(subject, candidate).replace('  let s = 0;', '  begun.push(n);\n  let s = 0;');
    const loaded = await executeSource(subject, `export const begun: number[] = [];\n${counting}`, candidate);
    const call = (n: number) =>
      (loaded.call(undefined, [n, 1, 'a'].slice(0, count)) as Promise<number>).catch(() => -1);
    expect(await Promise.all([call(4), call(4), call(4)])).toEqual([6, 6, 6]);
    expect(await call(4)).toBe(6);
    expect(loaded.exports['begun']).toEqual([4]);
    expect(await Promise.all([call(7), call(7)])).toEqual([-1, -1]);
    expect(await call(7)).toBe(-1);
    // The first, the second for an error of its own, and the third.
    expect(loaded.exports['begun']).toEqual([4, 7, 7, 7]);
  },
);

test('an object is never a key, even where only strings were observed', async () => {
  const text =
    'export function f(word) {\n  let n = 0;\n  for (const letter of word) n += letter.length;\n  return n;\n}\n';
  const subject = subjectOf(text, 'f', 'sample.mjs');
  const candidate = candidateOf(memoization, subject, [['abc']]);
  const loaded = await executeSource(subject, editedText(subject, candidate), candidate);
  const words = ['ab'];
  expect(loaded.call(undefined, [words])).toBe(2);
  words.push('c');
  expect(loaded.call(undefined, [words])).toBe(3);
  expect(loaded.cacheSize()).toBe(0);
});

test('without a declared sequence the report says that repeats are not known', () => {
  const subject = subjectOf(fibonacci, 'fib');
  const codes = (hasSequence: boolean) =>
    candidateOf(memoization, subject, undefined, hasSequence).caveats.map(({ code }) => code);
  expect(codes(false)).toEqual(['M5', 'M10']);
  expect(codes(true)).toEqual(['M5']);
});

test.each([
  ['for (let day = 1; day < 28; day++) n += new Date(y, 1, day).getUTCDay();', true],
  ['for (let day = 1; day < 28; day++) n += new Date(Date.UTC(y, 1, day)).getHours();', true],
  ['for (let day = 1; day < 28; day++) n += Date.parse(String(y));', true],
  ['for (let day = 1; day < 28; day++) n += zoned(new Date(y + day));', true],
  [`for (let day = 1; day < 28; day++) n += \`\${new Date(y + day)}\`.length;`, true],
  ['for (let day = 1; day < 28; day++) n += new Date(Date.UTC(y, 1, day)).getUTCDay() + new Date(y).getTime();', false],
])('results that depend on the time zone are told: %s', (loop, isTold) => {
  const subject = subjectOf(`const zoned = (date: Date) => date.getTimezoneOffset();
export const zone = zoned;
export function days(y: number): number {
  let n = 0;
  ${loop}
  return n;
}
`);
  const codes = candidateOf(memoization, subject).caveats.map(({ code }) => code);
  expect(codes.includes('M1')).toBe(isTold);
});

test('0 and -0 are told apart wherever the function tells them apart', async () => {
  const expressions = fc.sample(expression(), { numRuns: 40, seed: 20 });
  const name = (index: number): string => `f${index}`;
  const text = expressions
    .map(
      (code, index) =>
        `export function ${name(index)}(x: number, y: number): number {\n  let t = 1;\n  for (let i = 0; i < 2; i++) t = ${code};\n  return t;\n}\n`,
    )
    .join('\n');
  const values = [0, -0, 1, -0, 0, Number.NaN, -1];
  const calls = values.flatMap((x) => values.map((y) => [x, y]));
  for (const [index, code] of expressions.entries()) {
    const subject = subjectOf(text, name(index));
    const candidate = candidateOf(memoization, subject);
    const before = await executeSource(subject, text);
    const after = await executeSource(subject, editedText(subject, candidate), candidate);
    for (const args of calls) {
      expect([code, args, after.call(undefined, args)]).toEqual([code, args, before.call(undefined, args)]);
    }
  }
});

test('a rewrite that computes something else is caught by the fixture check', async () => {
  const wrong: Strategy = { ...memoization, propose: (context) => withWrongText(memoization.propose(context)) };
  const folder = mkdtempSync(join(tmpdir(), 'speedlens-fixture-'));
  try {
    writeFileSync(join(folder, 'before.ts'), fibonacci);
    writeFileSync(join(folder, 'cases.ts'), 'export default { calls: () => [[5], [5]] };\n');
    const subject = subjectOf(fibonacci, 'fib');
    writeFileSync(join(folder, 'after.ts'), editedText(subject, candidateOf(wrong, subject)));
    await expect(checkFixture(wrong, folder)).rejects.toThrow('call 0: expected 5, got 7');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function memoised(text: string, name: string): Promise<{ loaded: LoadedSubject; candidate: Candidate }> {
  const subject = subjectOf(text, name);
  const candidate = candidateOf(memoization, subject);
  return { loaded: await executeSource(subject, editedText(subject, candidate), candidate), candidate };
}

function candidateOf(
  strategy: Strategy,
  subject: ReturnType<typeof subjectOf>,
  observed?: readonly (readonly unknown[])[],
  hasSequence = false,
): Candidate {
  const proposal = proposeOn(strategy, subject, { hasSequence, ...(observed ? { observed: () => observed } : {}) });
  if (proposal.kind === 'declined') throw new Error(proposal.reasons.map(({ message }) => message).join(' '));
  return proposal.candidates[0];
}

/** What is remembered is one too high. */
function withWrongText(proposal: ReturnType<Strategy['propose']>): ReturnType<Strategy['propose']> {
  if (proposal.kind === 'declined') return proposal;
  const [candidate] = proposal.candidates;
  const files = candidate.files.map((file) => ({
    ...file,
    edits: (file.edits ?? []).map((edit) => ({
      ...edit,
      text: edit.text.replace('fibCache.set(n, result)', 'fibCache.set(n, result + 1)'),
    })),
  }));
  return { kind: 'candidates', candidates: [{ ...candidate, files }] };
}

/** Arithmetic on x, y and the value before, of the kind in which the sign of a zero gets lost or shows. */
function expression(): fc.Arbitrary<string> {
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom('x', 'y', 'x', 't', '0', '2'),
      fc
        .tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/', '%', '&&', '||', '|'), tie('tree'))
        .map(([a, op, b]) => `(${a} ${op} ${b})`),
      fc.tuple(tie('tree'), tie('tree'), tie('tree')).map(([a, b, c]) => `(${a} < ${b} ? ${b} : ${c})`),
      fc
        .tuple(fc.constantFrom('Math.abs', 'Math.floor', 'Math.sign', 'Math.sqrt', '-', '+', 'Number'), tie('tree'))
        .map(([f, a]) => `${f}(${a})`),
      fc
        .tuple(fc.constantFrom('Math.max', 'Math.min', 'Math.atan2', 'Math.hypot'), tie('tree'), tie('tree'))
        .map(([f, a, b]) => `${f}(${a}, ${b})`),
      fc.tuple(tie('tree')).map(([a]) => `[1, 2, 3].indexOf(${a})`),
      fc.tuple(tie('tree')).map(([a]) => `String(${a}).length`),
    ),
  }));
  return tree;
}

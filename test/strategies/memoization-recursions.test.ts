// Recursions made at random: whatever the strategy offers for them, caches and loops alike, gives what the recursion gives, for whole numbers and
// for all others that the guards answer.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoization } from '../../src/engine/strategies/memoization/memoization.ts';
import { editedText, proposeOn, subjectOf } from '../support/check-strategy.ts';
import { executeSource, type LoadedSubject } from '../support/execute-source.ts';

/** Of so many functions in one file. */
const FUNCTIONS = 12;

test('a loop from the smallest number on gives what the recursion gives, or is not offered', async () => {
  const { offered } = await compareAll(fc.sample(ofOneNumber(), { numRuns: FUNCTIONS, seed: 11 }), [
    [0],
    [-0],
    [1],
    [2],
    [3],
    [4],
    [7],
    [10],
    [-1],
    [2.5],
    [0.5],
  ]);
  expect(offered.get('bottom-up')).toBeGreaterThan(FUNCTIONS / 4);
});

test('a table of two numbers gives what the recursion gives, or is not offered', async () => {
  const numbers = [0, -0, 1, 2, 3, 5];
  const { offered } = await compareAll(
    fc.sample(ofTwoNumbers(), { numRuns: FUNCTIONS, seed: 12 }),
    numbers.flatMap((x) => numbers.map((y) => [x, y])),
  );
  expect(offered.get('bottom-up')).toBeGreaterThan(FUNCTIONS / 4);
});

test('a row that is made over and over gives what a recursion between two diagonals gives, or is not offered', async () => {
  const numbers = [0, -0, 1, 2, 4, 6, 2.5, -1];
  const { offered } = await compareAll(
    fc.sample(ofTriangles(), { numRuns: FUNCTIONS, seed: 14 }),
    numbers.flatMap((x) => numbers.map((y) => [x, y])),
  );
  expect(offered.get('bottom-up')).toBeGreaterThan(FUNCTIONS / 4);
});

test('a table that grows gives what a recursion in a loop gives, or is not offered', async () => {
  const { offered } = await compareAll(
    fc.sample(ofLoops(), { numRuns: 2 * FUNCTIONS, seed: 16 }),
    [7, 0, -0, 1, 2, 3, 6, -1, 2.5, 0.5, 8].map((n) => [n]),
  );
  expect(offered.get('grown-table')).toBeGreaterThan(FUNCTIONS / 4);
});

test('rows of results by amount give what the recursion inside gives, or are not offered', async () => {
  const lists = [[], [2], [1, 2, 5], [3, 0, 2], [0.5, 1], [2, -1], [4, Number.NaN]];
  const { offered } = await compareAll(
    fc.sample(byAmount(), { numRuns: 2 * FUNCTIONS, seed: 17 }),
    lists.flatMap((list) => [7, 4, 0, -0, -2, 2.5].map((amount) => [list, amount, [1, -0, 3]])),
  );
  expect(offered.get('inner-table')).toBeGreaterThan(FUNCTIONS / 4);
});

test('a cache for one call gives what the recursion inside gives', async () => {
  const { offered } = await compareAll(fc.sample(inside(), { numRuns: FUNCTIONS, seed: 13 }), [
    [[]],
    [[3, -0, 2]],
    [[1, 2, 3, 4, 5]],
    [[0, -1, 0.5]],
    [[3, -0, 2]],
  ]);
  expect(offered.get('inner-recursion')).toBe(FUNCTIONS);
});

test('a table of two texts gives what the recursion through them gives, or is not offered', async () => {
  const texts = ['', 'a', 'ba', 'abcab', 'bbb'];
  const { offered } = await compareAll(
    fc.sample(alongTexts(), { numRuns: FUNCTIONS, seed: 15 }),
    texts.flatMap((a) => texts.map((b) => [a, b])),
  );
  expect(offered.get('inner-table')).toBeGreaterThan(FUNCTIONS / 4);
});

async function compareAll(
  bodies: readonly ((name: string) => string)[],
  calls: readonly (readonly unknown[])[],
): Promise<{ readonly offered: ReadonlyMap<string, number> }> {
  const text = bodies.map((body, index) => body(`f${index}`)).join('\n');
  const before = await executeSource(subjectOf(text, 'f0'), text);
  const offered = new Map<string, number>();
  for (const index of bodies.keys()) {
    const subject = subjectOf(text, `f${index}`);
    const proposal = proposeOn(memoization, subject);
    if (proposal.kind === 'declined') continue;
    for (const candidate of proposal.candidates) {
      offered.set(candidate.variant, (offered.get(candidate.variant) ?? 0) + 1);
      const after = await executeSource(subject, editedText(subject, candidate), candidate);
      const original: LoadedSubject['call'] = (_receiver, args) =>
        (before.exports[`f${index}`] as (...args: readonly unknown[]) => unknown)(...args);
      for (const args of calls) {
        const outcome = (call: LoadedSubject['call']): unknown => {
          try {
            return call(undefined, args);
          } catch (error) {
            return error instanceof Error ? error.name : error;
          }
        };
        const what = [candidate.variant, `f${index}`, bodies[index]?.(`f${index}`), args];
        expect([...what, outcome(after.call)]).toEqual([...what, outcome(original)]);
      }
    }
  }
  return { offered };
}

function ofOneNumber(): fc.Arbitrary<(name: string) => string> {
  const guard = fc.constantFrom('n < 1', 'n < 2', 'n <= 2', 'n === 0', 'n === 0 || n === 1', 'n < 3', 'n <= 0');
  const step = fc.integer({ min: 1, max: 3 });
  return fc
    .tuple(
      fc.uniqueArray(guard, { minLength: 1, maxLength: 2 }),
      fc.array(step, { minLength: 2, maxLength: 3 }),
      value(['n']),
      operator(),
      fc.boolean(),
    )
    .map(([guards, steps, answer, op, isArrow]) => (name) => {
      const sum = steps.map((by) => `${name}(n - ${by})`).join(` ${op} `);
      if (isArrow) return `export const ${name} = (n: number): number => n < 3 ? ${answer} : ${sum};\n`;
      const clauses = guards.map((one) => `  if (${one}) return ${answer};\n`).join('');
      // Whatever falls below zero is answered too, so that nothing recurses for ever.
      return `export function ${name}(n: number): number {\n${clauses}  return n < 0 ? 0.5 : ${sum};\n}\n`;
    });
}

function ofTwoNumbers(): fc.Arbitrary<(name: string) => string> {
  const guard = fc.constantFrom('x === 0 || y === 0', 'x <= 0 || y < 1', 'x < 1 || y < 2', 'y <= 0 || x === 0');
  const step = fc.constantFrom('x - 1, y', 'x, y - 1', 'x - 1, y - 1');
  return fc
    .tuple(guard, fc.array(step, { minLength: 2, maxLength: 3 }), value(['x', 'y']), operator())
    .map(([condition, steps, answer, op]) => (name) => {
      const sum = steps.map((args) => `${name}(${args})`).join(` ${op} `);
      return `export function ${name}(x: number, y: number): number {\n  if (${condition}) return ${answer};\n  return x < 0 || y < 0 ? 0.5 : ${sum};\n}\n`;
    });
}

function ofTriangles(): fc.Arbitrary<(name: string) => string> {
  const guard = fc.constantFrom('y === 0 || x === y', 'y < 1 || y === x', 'x === y || y <= 0', 'y === 0', 'x === y');
  const step = fc.constantFrom('x - 1, y', 'x - 1, y - 1', 'x - 1, y - 1', 'x, y - 1', 'x - 2, y - 1');
  return fc
    .tuple(guard, fc.array(step, { minLength: 2, maxLength: 2 }), value(['x', 'y']), operator())
    .map(([condition, steps, answer, op]) => (name) => {
      const sum = steps.map((args) => `${name}(${args})`).join(` ${op} `);
      return `export function ${name}(x: number, y: number): number {\n  if (${condition}) return ${answer};\n  return x < 0 || y < -3 ? x - y / 4 : ${sum};\n}\n`;
    });
}

function byAmount(): fc.Arbitrary<(name: string) => string> {
  const guards = fc.constantFrom(
    ['left === 0', 'i === xs.length || left < 0'],
    ['i >= xs.length', 'left < 0'],
    ['left < 0', 'i === xs.length'],
    ['x === undefined || left < 0'],
    ['i === xs.length', 'xs[i]! > left'],
    ['left === 2', 'left < 0', 'x === undefined'],
  );
  const step = fc.constantFrom(
    'i + 1, left',
    'i + 1, left - x!',
    'i, left - xs[i]!',
    'i + 1, left - xs[i]!',
    'i + 1, left - 1',
  );
  return fc
    .tuple(
      guards,
      fc.array(step, { minLength: 2, maxLength: 3 }),
      fc.constantFrom('1', 'i', '-0', '1 / left', 'left'),
      operator(),
    )
    .map(([conditions, steps, answer, op]) => (name) => {
      const clauses = conditions.map((one, at) => `    if (${one}) return ${at === 0 ? answer : '0.5'};\n`).join('');
      const depth = '    if (left > 8) return 3;\n    if (left < -3) return 4;\n';
      const sum = steps.map((args) => `go(${args})`).join(` ${op} `);
      return `export function ${name}(xs: readonly number[], amount: number, ys: readonly number[]): number {\n  const go = (i: number, left: number): number => {\n    const x = xs[i];\n${clauses}${depth}    const more = ys[i]! + left;\n    return ${sum} + (more > 3 ? 1 : i);\n  };\n  return go(0, amount);\n}\n`;
    });
}

/** Whatever falls below zero is answered, and what asks for itself is stopped. */
function ofLoops(): fc.Arbitrary<(name: string) => string> {
  const loop = fc.constantFrom(
    'i = 0; i < n; i++',
    'i = 1; i <= n; i++',
    'i = 1; i * i <= n; i++',
    'i = 0; i <= n; i++',
  );
  const asked = fc.constantFrom(
    'i',
    'i - 1',
    'n - i',
    'n - 1 - i',
    'n - i * i',
    'i * 0',
    '-1 * i',
    'n - i - 1',
    'n / 2',
  );
  return fc
    .tuple(
      fc.constantFrom('n <= 0', 'n < 1', 'n < 2', 'n === 0 || n === 1', 'n <= 2'),
      loop,
      fc.array(asked, { minLength: 1, maxLength: 2 }),
      fc.constantFrom('1', 'n', 'n', '7', '-n'),
      operator(),
      fc.constantFrom('sum += ', 'sum = sum / 2 + ', 'if (i % 2 === 0) sum -= '),
    )
    .map(([guard, header, calls, answer, op, takes]) => (name) => {
      const term = calls.map((one) => `(${one} < n ? ${name}(${one}) : i)`).join(` ${op} `);
      const guards = `  if (${guard}) return ${answer};\n  if (n < 0) return 0.25;\n`;
      return `export function ${name}(n: number): number {\n${guards}  let sum = 0;\n  for (let ${header}) ${takes}${term};\n  return sum + n;\n}\n`;
    });
}

function inside(): fc.Arbitrary<(name: string) => string> {
  const step = fc.constantFrom('i + 1, j', 'i + 1, j + 1', 'i + 1, -j', 'i + 1, j * 2', 'i + 2, j - 1');
  return fc
    .tuple(fc.array(step, { minLength: 2, maxLength: 3 }), value(['i', 'j', '(xs[i] ?? 0)']), operator())
    .map(([steps, answer, op]) => (name) => {
      const sum = steps.map((args) => `go(${args})`).join(` ${op} `);
      return `export function ${name}(xs: readonly number[]): number {\n  const go = (i: number, j: number): number => {\n    if (i >= xs.length) return ${answer};\n    return ${sum} + (xs[i] ?? 0);\n  };\n  return go(0, 1);\n}\n`;
    });
}

function alongTexts(): fc.Arbitrary<(name: string) => string> {
  const step = fc.constantFrom('i + 1, j', 'i, j + 1', 'i + 1, j + 1');
  const guards = fc.constantFrom(
    ['i === a.length', 'j === b.length'],
    ['i >= a.length || j >= b.length', 'a[i] !== b[j] && i > 2'],
    ['a[i] === undefined && i >= a.length', 'j >= b.length'],
    ['j >= b.length', 'i === a.length'],
  );
  return fc
    .tuple(guards, fc.array(step, { minLength: 2, maxLength: 3 }), value(['i', 'j', '(a.length - i)']), operator())
    .map(([conditions, steps, answer, op]) => (name) => {
      const clauses = conditions.map((one, index) => `    if (${one}) return ${index} + ${answer};\n`).join('');
      const [first, ...others] = steps.map((args) => `go(${args})`);
      const more = [
        '    if (a[i] === b[j] && j < b.length) return 2 * go(i + 1, j + 1);\n',
        '    if (i > 9 || j > 9) return 7;\n',
      ];
      return `export function ${name}(a: string, b: string): number {\n  function go(i: number, j: number): number {\n${clauses}${more.join('')}    return ${[first, ...others].join(` ${op} `)} + (a[i] === b[j] ? 1 : j / 3);\n  }\n  const all = go(0, 0);\n  return all;\n}\n`;
    });
}

function operator(): fc.Arbitrary<string> {
  return fc.constantFrom('+', '-', '*');
}

function value(names: readonly string[]): fc.Arbitrary<string> {
  const name = fc.constantFrom(...names);
  return fc.oneof(
    name,
    name.map((one) => `1 / ${one}`),
    name.map((one) => `-${one}`),
    name.map((one) => `Math.sqrt(${one})`),
    fc.constant('1'),
  );
}

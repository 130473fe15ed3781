// Random chains of array methods and random push loops: whatever the strategy rewrites must give the same for every input, arrays with holes,
// odd numbers and callbacks that throw included.
import fc from 'fast-check';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { plainJavaScript } from '../../src/engine/strategies/plain-javascript/plain-javascript.ts';
import { editedText, proposeOn, subjectOf } from '../support/check-strategy.ts';

const pick = (...choices: string[]): fc.Arbitrary<string> => fc.constantFrom(...choices);

/** Names that the parts of a chain share, so that they get in each other's way. */
const name = pick('x', 'x', 'y', 'v', 'i', 'result', 'values', 'n', 'sum');
const operand = pick('@', '@', '@', 'n', 'v', 'k', '2', '-0', '0.1', 'values.length');
const number = fc
  .tuple(operand, pick('+', '-', '*', '/', '%', '||'), operand)
  .map(([left, operator, right]) => `${left} ${operator} ${right}`);
const comparison = fc
  .tuple(operand, pick('>', '<', '===', '!=='), operand)
  .map(([left, operator, right]) => `${left} ${operator} ${right}`);
const membership = operand.map((what) => `!values.includes(${what})`);
const condition = fc.oneof(comparison, comparison, membership);
const effect = pick(
  '',
  '',
  '',
  'k += 1; ',
  'values.push(1); ',
  'if (@ > 3) throw new RangeError(String(@)); ',
  'const t = @ * 2; k = t; ',
  'const t = 3; ',
);

const step = fc
  .record({
    method: pick('map', 'map', 'filter', 'filter'),
    name,
    position: pick('', '', '', ', i', ', j'),
    number,
    condition,
    effect,
  })
  .map((p) => {
    const value = (p.method === 'map' ? p.number : p.condition).replaceAll('@', p.name);
    const before = p.effect.replaceAll('@', p.name);
    const used = p.position === '' ? value : `${value}${p.method === 'map' ? ` + ${p.position.slice(2)}` : ''}`;
    const body = before === '' ? used : `{ ${before}return ${used}; }`;
    const parameters = p.position === `, ${p.name}` ? p.name : p.name + p.position;
    return `.${p.method}((${parameters}) => ${body})`;
  });
const root = pick(
  'values',
  'values',
  'values',
  'Array.from({ length: n }, (_, j) => j * 0.5)',
  '[...values, n]',
  'other().slice()',
  'text.split("").map(Number)',
);
const ending = fc
  .tuple(pick('', '', 'reduce', 'reduce', 'forEach'), name, number, pick('0', 'n', '-0'))
  .map(([method, x, value, start]) => {
    if (method === 'reduce') return `.reduce((acc, ${x}) => acc + ${value.replaceAll('@', x)}, ${start})`;
    return method === 'forEach' ? `.forEach((${x}) => { k += ${value.replaceAll('@', x)}; })` : '';
  });

const chainProgram = fc
  .record({ root, steps: fc.array(step, { maxLength: 3 }), ending, place: pick('return', 'const', 'part', 'argument') })
  .map(({ root: from, steps, ending: last, place }) => {
    const chain = from + steps.join('') + last;
    const statement = last.startsWith('.forEach')
      ? `${chain}; return k;`
      : place === 'return'
        ? `return ${chain};`
        : place === 'const'
          ? `const y2: unknown = ${chain}; return [y2, k];`
          : place === 'part'
            ? `const all = [n, ${chain}, k]; return all;`
            : `return String(${chain}) + k;`;
    return [
      'export function subject(n: number, text: string, values: number[]): unknown {',
      '  let k = 0; const v = 3; const other = (): number[] => values;',
      `  ${statement}`,
      '}',
    ].join('\n');
  });

const pushed = fc
  .record({
    limit: pick('n', 'values.length', 'text.length', 'm', 'values.length + 1', 'n * 2'),
    start: pick('0', '0', '0', '0', '1'),
    step: pick('i++', 'i += 1', 'i++', 'i += 2'),
    before: pick(
      '',
      '',
      '',
      'if (i === 2) continue;',
      'if (i > 4) break;',
      'values.push(1);',
      'k += 1;',
      'values[i] = i;',
      'if (i === 3) return k;',
      'n -= 1;',
      'k += out.length;',
    ),
    guard: pick('', '', '', '', 'if (i % 2 === 0) '),
    value: pick(
      'i',
      'values[i]',
      'values[i] * n',
      'out[i - 1]',
      'out[i] ?? 7',
      'k',
      'text.charCodeAt(i)',
      'Math.sqrt(i) - 0.5',
      'wrong(i)',
    ),
    between: pick('', '', 'const q = n;', 'values.pop();', 'n += 1;'),
    result: pick('return out;', 'return [out, k, n];', 'out.push(5); return out;', 'return out.length;'),
  })
  .map((p) =>
    [
      'export function subject(n: number, text: string, values: number[]): unknown {',
      '  let k = 0; const m = values.length; let fuel = 0;',
      '  const wrong = (at: number): number => { if (at > 3) throw new RangeError("wrong"); return at; };',
      '  const out: unknown[] = [];',
      `  ${p.between}`,
      `  for (let i = ${p.start}; i < ${p.limit}; ${p.step}) {`,
      `    ${p.before.includes('push') || p.before.includes('values[i]') ? 'if (fuel++ > 20) return "tired";' : ''} ${p.before}`,
      `    ${p.guard}out.push(${p.value});`,
      '  }',
      `  ${p.result}`,
      '}',
    ].join('\n'),
  );

const numbers = [0, 1, 3, 2.5, -2, -0, 6, Number.NaN];
const inputs = (): unknown[][] =>
  numbers.flatMap((n) => [
    [n, '', []],
    [n, '123', [1, 2, 3]],
    [n, '4x', [0.5, -0, Number.NaN, 7, -3]],
    // biome-ignore lint/suspicious/noSparseArray: holes are what is tested
    [n, '0', [1, , 4, , 2]],
    [n, '9', [undefined, 5]],
  ]);

function run(text: string): unknown[] {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exported: { subject?: (...args: unknown[]) => unknown } = {};
  new Function('exports', outputText)(exported);
  return inputs().map((args) => {
    try {
      return { value: exported.subject?.(...args), args };
    } catch (error) {
      return { error: String(error), args };
    }
  });
}

/** Programs that were rewritten, each compared on all inputs. */
function checkPrograms(programs: fc.Arbitrary<string>, count: number): number {
  let rewritten = 0;
  fc.assert(
    fc.property(programs, (text) => {
      const subject = subjectOf(text, 'subject');
      const proposal = proposeOn(plainJavaScript, subject);
      if (proposal.kind === 'declined') return;
      rewritten += 1;
      const expected = run(text);
      for (const candidate of proposal.candidates) {
        const after = editedText(subject, candidate);
        expect(run(after), after).toStrictEqual(expected);
      }
    }),
    {
      seed: Number(process.env['FUZZ_SEED'] ?? 31),
      numRuns: Number(process.env['FUZZ_RUNS'] ?? count),
      endOnFailure: true,
    },
  );
  return rewritten;
}

test('whatever chain is rewritten in a random program gives the same', () => {
  expect(checkPrograms(chainProgram, 60)).toBeGreaterThan(8);
}, 300_000);

test('whatever push loop is rewritten in a random program gives the same', () => {
  expect(checkPrograms(pushed, 50)).toBeGreaterThan(5);
}, 300_000);

test('the comparison notices a loop that visits holes', () => {
  const text =
    'export function subject(n: number, text: string, values: number[]) { return values.map((x) => x + 1); }';
  const wrong = text.replace('values.map', 'values.slice().fill(1).map');
  expect(run(wrong)).not.toStrictEqual(run(text));
});

// Random small programs around one array: whatever the strategy rewrites must behave like the original for every input, odd ones included.
import fc from 'fast-check';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { typedArrays } from '../../src/engine/strategies/typed-arrays/typed-arrays.ts';
import { editedText, proposeOn, subjectOf } from '../support/check-strategy.ts';
import {
  arrayProgram,
  arrayProgramInputs,
  filledProgram,
  grownProgram,
  tableProgram,
} from '../support/random-array-programs.ts';

function run(text: string): unknown[] {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exported: { subject?: (...args: unknown[]) => unknown } = {};
  new Function('exports', outputText)(exported);
  return arrayProgramInputs.map((args) => {
    try {
      return { value: exported.subject?.(...args.map((arg) => (Array.isArray(arg) ? [...arg] : arg))) };
    } catch (error) {
      return { error: String(error) };
    }
  });
}

/** Programs that were rewritten, each compared on all inputs. */
function checkPrograms(programs: fc.Arbitrary<string>, count: number): number {
  let rewritten = 0;
  fc.assert(
    fc.property(programs, (text) => {
      const subject = subjectOf(text, 'subject');
      const proposal = proposeOn(typedArrays, subject);
      if (proposal.kind === 'declined') return;
      const [candidate] = proposal.candidates;
      if (candidate.signature === 'typed') return;
      rewritten += 1;
      const after = editedText(subject, candidate);
      expect(run(after), after).toStrictEqual(run(text));
    }),
    {
      seed: Number(process.env['FUZZ_SEED'] ?? 31),
      numRuns: Number(process.env['FUZZ_RUNS'] ?? count),
      endOnFailure: true,
    },
  );
  return rewritten;
}

test('whatever is rewritten in a random program with one array behaves as before', () => {
  expect(checkPrograms(arrayProgram, 60)).toBeGreaterThan(3);
}, 300_000);

test('whatever is rewritten in a random program with a table behaves as before', () => {
  expect(checkPrograms(tableProgram, 60)).toBeGreaterThan(0);
}, 300_000);

test('whatever is rewritten in a random program with an array that a loop fills behaves as before', () => {
  expect(checkPrograms(grownProgram, 100)).toBeGreaterThan(5);
}, 300_000);

test('whatever is rewritten in a random program with an array that starts unset behaves as before', () => {
  expect(checkPrograms(filledProgram, 100)).toBeGreaterThan(25);
}, 300_000);

test('the comparison notices a growing write that a typed array ignores', () => {
  const text =
    'export function subject(n: number) { const a = new Array(n).fill(0); a[n] = 1; return [a.length, a[n]]; }';
  const wrong = text.replace('new Array(n).fill(0)', 'new Float64Array(n)');
  expect(run(wrong)).not.toStrictEqual(run(text));
});

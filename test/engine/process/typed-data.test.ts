// Inputs of candidates that take typed arrays, and what their calls look like to the comparison.
import { expect, test } from 'vitest';
import {
  calledWithPlainArrays,
  fitsTypedArrays,
  NotInTypedArrays,
  withTypedInputs,
} from '../../../src/engine/process/child/typed-data.ts';
import type { TypedData, VariantModule } from '../../../src/model/variant.ts';
import { hole, sparse } from '../verify/sparse.ts';

function moduleOf(
  call: (...args: never[]) => unknown,
  typedData: TypedData,
  args: readonly unknown[] = [],
): VariantModule {
  return {
    call: (_, list) => call(...(list as never[])),
    inputs: { args: () => args, sequence: () => [args], fixed: [{ label: 'tag', args: () => args }] },
    typedData,
  };
}

const takesBoth: TypedData = { parameters: ['numbers', null, 'rows'], result: true };

test('inputs of every kind are converted before a call gets them, and equal arrays stay one', () => {
  const shared = [1, 2];
  const { inputs } = withTypedInputs(moduleOf(() => 0, takesBoth, [shared, 'n', [shared, [3]]]));
  const lists = [inputs.args?.(1, Math.random), inputs.sequence?.(1, Math.random)[0], inputs.fixed?.[0]?.args()];
  for (const list of lists) {
    const [numbers, other, rows] = list as [unknown, unknown, readonly unknown[]];
    expect(numbers).toEqual(Float64Array.of(1, 2));
    expect(other).toBe('n');
    expect(rows).toEqual([Float64Array.of(1, 2), Float64Array.of(3)]);
    expect(rows[0]).toBe(numbers);
  }
});

test('the comparison sees plain results, what was written, and an argument that is returned', () => {
  const doubled = calledWithPlainArrays(
    moduleOf((values: Float64Array) => values.map((value) => value * 2), { parameters: ['numbers'], result: true }),
  );
  expect(doubled.call(undefined, [[1, -0, Number.NaN]])).toEqual([2, -0, Number.NaN]);
  const filled = calledWithPlainArrays(
    moduleOf((values: Float64Array) => values.fill(7), { parameters: ['numbers'], result: true }),
  );
  const given = [1, 2];
  expect(filled.call(undefined, [given])).toBe(given);
  expect(given).toEqual([7, 7]);
});

test('arrays are made by the candidate where it says so, all of a call at once', () => {
  const asked: (readonly number[])[] = [];
  const made = [new Float64Array(2), new Float64Array(1)] as const;
  const module: VariantModule = {
    ...moduleOf(() => 0, { parameters: ['numbers', null, 'numbers'], result: false }, [[1, 2], 'n', [3]]),
    makeNumbers: (...lengths) => {
      asked.push(lengths);
      return made;
    },
  };
  const list = withTypedInputs(module).inputs.args?.(1, Math.random) ?? [];
  expect(asked).toEqual([[2, 1]]);
  expect(list[0]).toBe(made[0]);
  expect(list[2]).toBe(made[1]);
  expect(made).toEqual([Float64Array.of(1, 2), Float64Array.of(3)]);
  const alone: VariantModule = {
    ...moduleOf(() => 0, { parameters: ['numbers'], result: false }, [[4, 5]]),
    makeNumbers: () => made[0],
  };
  expect(withTypedInputs(alone).inputs.args?.(1, Math.random)).toEqual([Float64Array.of(4, 5)]);
});

test('what was written before an error is seen as well', () => {
  const failing = calledWithPlainArrays(
    moduleOf(
      (values: Float64Array) => {
        values[0] = 9;
        throw new Error('too late');
      },
      { parameters: ['numbers'], result: false },
    ),
  );
  const given = [1, 2];
  expect(() => failing.call(undefined, [given])).toThrow('too late');
  expect(given).toEqual([9, 2]);
});

test.each([
  [[1, undefined]],
  [sparse(1, hole, 2)],
  [['1']],
  [Object.freeze([1])],
  [Object.assign([1], { note: 'x' })],
  [undefined],
])('a typed array cannot stand for %o', (value) => {
  const module = calledWithPlainArrays(moduleOf(() => 0, { parameters: ['numbers'], result: false }));
  expect(() => module.call(undefined, [value])).toThrow(NotInTypedArrays);
});

test('an array that grew and a result with a hole are beyond typed arrays', () => {
  const data: TypedData = { parameters: ['numbers'], result: true };
  expect(fitsTypedArrays(data, { before: [[1]], after: [[1]], value: [1] })).toBe(true);
  expect(fitsTypedArrays(data, { before: [[1]], after: [[1, 2]], value: [1] })).toBe(false);
  const withProperty = Object.assign([1], { 2.5: 1 });
  expect(fitsTypedArrays(data, { before: [[1]], after: [withProperty], value: [1] })).toBe(false);
  expect(fitsTypedArrays(data, { before: [[1]], after: [[1]], value: withProperty })).toBe(false);
  expect(fitsTypedArrays(data, { before: [[1]], after: [[1]], value: sparse(1, hole, 2) })).toBe(false);
  expect(fitsTypedArrays(data, { before: [[1]], after: [[1]], value: [[1], sparse(hole, 2)] })).toBe(false);
});

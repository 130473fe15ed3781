// Values at the edges of what a parameter's type admits, chosen from what was observed in the same place. Tables, not branches.
import type { Column } from './argument-shape.ts';

const specialNumbers: readonly number[] = [0, -0, 1, -1, 2, 0.5, -1.5, Number.NaN];

/** Widths at which integers overflow and doubles lose integers. */
const wideNumbers: readonly number[] = [
  127,
  255,
  256,
  32768,
  65535,
  65536,
  46341,
  2 ** 24 + 1,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 32,
  2 ** 53,
  1e21,
  0.1,
  1e-7,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

const specialStrings: readonly string[] = [
  '',
  'a',
  ' ',
  '0',
  '-1',
  '1',
  'é',
  '😀',
  '\ud83d',
  ',',
  '"',
  '\n',
  '\r\n',
  '\u0000',
  '__proto__',
  'constructor',
  'toString',
  'null',
];

/** Scalars steer loops and sizes, so they get no huge values here: see the growth arm. */
export function edgeNumbers(column: Column): readonly number[] {
  if (column.numbers === undefined) return [];
  const { min, max } = column.numbers;
  const near = [max + 1, min - 1, max + 0.5, Math.floor(max / 2), -max];
  const wide = isScalar(column) ? [] : wideNumbers;
  return distinct([...specialNumbers, ...near, ...wide]);
}

export function edgeStrings(column: Column): readonly string[] {
  const observed = column.strings ?? [];
  const [first] = observed;
  if (first === undefined) return [];
  const reversed = [...first].reverse().join('');
  const derived = [
    first + first,
    reversed,
    first.toUpperCase(),
    first.slice(1),
    first.slice(0, -1),
    `${first}\n`,
    ` ${first}`,
    first.slice(0, 1),
  ];
  return distinct([...observed, ...specialStrings, ...derived]);
}

export function isScalar(column: Column): boolean {
  return !column.name.includes('[*]');
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return values.filter((value, index) => values.findIndex((other) => Object.is(other, value)) === index);
}

// Values beside the numbers and strings that the function's own code is written around: where it compares, counts and splits, a rewrite that is off
// by one shows at the very value and nowhere else.
import type { CompareTask } from '../../process/protocol.ts';
import { type Edit, resize, setPlaces } from './argument-edits.ts';
import { type ArgumentShape, type Column, relatedMeasures } from './argument-shape.ts';
import { isScalar } from './edge-values.ts';
import { printValue } from './print-value.ts';

type Constants = NonNullable<CompareTask['constants']>;

/** A number of an argument steers loops, and a length costs time: beyond these only elements are tried. */
const LARGEST_NUMBER = 1000;
const LONGEST = 130;

export function constantEdits(shape: ArgumentShape, { numbers, strings }: Constants): readonly Edit[] {
  const related = relatedMeasures(shape);
  const near = [...new Set(numbers.flatMap((value) => [value - 1, value, value + 1]))];
  const numeric = shape.columns.filter((column) => column.numbers !== undefined && !related.has(column.name));
  return shape.columns.flatMap((column) => [
    ...(related.has(column.name) ? [] : valuesNear(column, near)),
    ...(numeric.includes(column) ? amongOthers(column, numeric, numbers) : []),
    ...(related.has(column.name) ? [] : textsAround(column, strings)),
    ...(column.holdsArrays && !shape.products.some(({ length }) => length === `${column.name}.length`)
      ? near
          .filter((size) => Number.isInteger(size) && size > 4 && size <= LONGEST)
          .map((size) => resize(shape, `${column.name}.length`, size))
      : []),
  ]);
}

/** The very number in one place and what is just below or above it in all others: a limit that counts only beside something else. */
function amongOthers(column: Column, numeric: readonly Column[], values: readonly number[]): readonly Edit[] {
  const others = numeric.filter((other) => other !== column && !isScalar(other));
  if (others.length === 0 || isScalar(column)) return [];
  return values.flatMap((value) =>
    [value - 1, value + 1].map((beside): Edit => {
      const edits = [
        setPlaces(column.name, 'all', value, printValue(value)),
        ...others.map((other) => setPlaces(other.name, 'all', beside, printValue(beside))),
      ];
      return {
        label: edits.map(({ label }) => label).join(', '),
        apply: (args) => {
          for (const edit of edits) edit.apply(args);
        },
      };
    }),
  );
}

function valuesNear(column: Column, values: readonly number[]): readonly Edit[] {
  if (column.numbers === undefined) return [];
  const { allIntegers } = column.numbers;
  const fitting = values.filter((value) => !allIntegers || Number.isInteger(value));
  if (isScalar(column))
    return fitting
      .filter((value) => Math.abs(value) <= LARGEST_NUMBER)
      .map((value) => setPlaces(column.name, 'first', value, printValue(value)));
  return fitting.flatMap((value) =>
    (['first', 'all'] as const).map((selector) => setPlaces(column.name, selector, value, printValue(value))),
  );
}

/** Alone, at both ends of what was seen, in its middle, and twice in a row. */
function textsAround(column: Column, strings: readonly string[]): readonly Edit[] {
  const seen = column.strings?.find((text) => text !== '');
  if (seen === undefined) return [];
  const middle = Math.ceil(seen.length / 2);
  const texts = strings
    .filter((text) => text !== '')
    .flatMap((text) => [
      text,
      text + seen,
      seen + text,
      `${seen.slice(0, middle)}${text}${seen.slice(middle)}`,
      `${seen}${text}${text}${seen}`,
    ]);
  return [...new Set(texts)].map((text) => setPlaces(column.name, 'first', text, printValue(text)));
}

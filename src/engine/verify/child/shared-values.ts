// Values that stand in two places: the key by which one list is looked up in another, names that come again. Lists that were made one by one hardly
// ever have one in common, so code that joins, groups or finds would not be asked what it does when it finds something.
import { type Edit, write } from './argument-edits.ts';
import { type Place, placesOf } from './argument-places.ts';
import { type ArgumentShape, type Column, relatedMeasures } from './argument-shape.ts';

/** Of wide arguments only so many pairs, the outer places first. */
const mostPairs = 16;

export function sharedEdits(shape: ArgumentShape): readonly Edit[] {
  const related = relatedMeasures(shape);
  const columns = shape.columns.filter((column) => !related.has(column.name) && kindOf(column) !== undefined);
  const inLists = columns.filter(({ name }) => name.includes('[*]'));
  const repeating = inLists.map(({ name }): Edit => {
    return { label: `two values of ${name} in turn`, apply: (args) => fill(named(args, name), twoOf(args, name)) };
  });
  const pairs = inLists.flatMap((from) =>
    columns.flatMap((to) => (to !== from && kindOf(to) === kindOf(from) ? [[to.name, from.name] as const] : [])),
  );
  return [...repeating, ...pairs.slice(0, mostPairs).flatMap(([to, from]) => pairEdits(to, from))];
}

function pairEdits(to: string, from: string): readonly Edit[] {
  return [
    {
      label: `${to} is among ${from}`,
      apply: (args) => fill(named(args, to), valuesOf(args, from)),
    },
    {
      label: `${to} is among ${from}, where each value comes again`,
      apply: (args) => {
        const values = twoOf(args, from);
        fill(named(args, from), values);
        fill(named(args, to), values);
      },
    },
  ];
}

/** Undefined for places of other things than texts or numbers, and for a mixture. */
function kindOf({ strings, numbers, hasBooleans, holdsArrays }: Column): string | undefined {
  if (hasBooleans || holdsArrays || (strings === undefined) === (numbers === undefined)) return undefined;
  return numbers === undefined ? 'texts' : numbers.allIntegers ? 'integers' : 'fractions';
}

function named(args: readonly unknown[], name: string): readonly Place[] {
  return placesOf(args).filter((place) => place.name === name);
}

function valuesOf(args: readonly unknown[], name: string): readonly unknown[] {
  return named(args, name).map(({ value }) => value);
}

function twoOf(args: readonly unknown[], name: string): readonly unknown[] {
  return [...new Set(valuesOf(args, name))].slice(0, 2);
}

function fill(places: readonly Place[], values: readonly unknown[]): void {
  if (values.length === 0) return;
  for (const [index, { holder, key }] of places.entries()) write(holder, key, values[index % values.length]);
}

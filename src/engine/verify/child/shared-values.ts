// Values that stand in two places: the key by which one list is looked up in another, names that come again. Lists that were made one by one hardly
// ever have one in common, so code that joins, groups or finds would not be asked what it does when it finds something.
import { type Edit, setPlaces, write } from './argument-edits.ts';
import { type Place, placesOf } from './argument-places.ts';
import { type ArgumentShape, type Column, relatedMeasures } from './argument-shape.ts';
import { printValue } from './print-value.ts';

/** Of wide arguments only so many pairs, the outer places first. */
const mostPairs = 16;

export function sharedEdits(shape: ArgumentShape): readonly Edit[] {
  const related = relatedMeasures(shape);
  const columns = shape.columns.filter(({ name }) => !related.has(name));
  const inLists = columns.filter(({ name }) => name.includes('[*]'));
  const repeating = inLists.flatMap((column) =>
    kindsOf(column).map((kind): Edit => {
      const { name } = column;
      const label = `two values of ${name} in turn`;
      return { label, apply: (args) => fill(named(args, name, kind), twoOf(args, name, kind)) };
    }),
  );
  const pairs = inLists.flatMap((from) =>
    columns.flatMap((to) =>
      to === from
        ? []
        : kindsOf(from)
            .filter((kind) => kindsOf(to).includes(kind))
            .map((kind) => [to.name, from.name, kind] as const),
    ),
  );
  return [...repeating, ...pairs.slice(0, mostPairs).flatMap((pair) => [...pairEdits(...pair), ...oddPairs(...pair)])];
}

function pairEdits(to: string, from: string, kind: Kind): readonly Edit[] {
  return [
    {
      label: `${to} is among ${from}`,
      apply: (args) => fill(named(args, to, kind), valuesOf(args, from, kind)),
    },
    // Side by side, equal values only meet at the same place, where no choice is ever made between what comes first.
    {
      label: `${to} is among ${from}, from the second on`,
      apply: (args) => {
        const [first, ...more] = valuesOf(args, from, kind);
        fill(named(args, to, kind), first === undefined ? [] : [...more, first]);
      },
    },
    {
      label: `${to} is among ${from}, where each value comes again`,
      apply: (args) => {
        const values = twoOf(args, from, kind);
        fill(named(args, from, kind), values);
        fill(named(args, to, kind), values);
      },
    },
  ];
}

/** As keys, NaN equals nothing or itself, and zeros of both signs are one or two: it depends on who asks. */
function oddPairs(to: string, from: string, kind: Kind): readonly Edit[] {
  if (kind === 'texts') return [];
  const both = (first: number, second: number): Edit => {
    const label = `${to} is ${printValue(first)}, and so are two values of ${from}`;
    return {
      label: Object.is(first, second)
        ? label
        : `${to} is ${printValue(first)}, two values of ${from} ${printValue(second)}`,
      apply: (args) => {
        for (const { holder, key } of named(args, from, kind).slice(0, 2)) write(holder, key, second);
        for (const { holder, key } of named(args, to, kind).slice(0, 2)) write(holder, key, first);
      },
    };
  };
  return [both(Number.NaN, Number.NaN), both(0, -0), both(-0, 0)];
}

type Kind = 'texts' | 'integers' | 'fractions';

/** Tuples hold both: `['apples', 3]`. */
function kindsOf({ strings, numbers, hasBooleans, holdsArrays }: Column): readonly Kind[] {
  if (hasBooleans || holdsArrays) return [];
  return [
    ...(strings === undefined ? [] : (['texts'] as const)),
    ...(numbers === undefined ? [] : [numbers.allIntegers ? ('integers' as const) : ('fractions' as const)]),
  ];
}

function named(args: readonly unknown[], name: string, kind: Kind): readonly Place[] {
  const type = kind === 'texts' ? 'string' : 'number';
  return placesOf(args).filter((place) => place.name === name && typeof place.value === type);
}

function valuesOf(args: readonly unknown[], name: string, kind: Kind): readonly unknown[] {
  return named(args, name, kind).map(({ value }) => value);
}

function twoOf(args: readonly unknown[], name: string, kind: Kind): readonly unknown[] {
  return [...new Set(valuesOf(args, name, kind))].slice(0, 2);
}

function fill(places: readonly Place[], values: readonly unknown[]): void {
  if (values.length === 0) return;
  for (const [index, { holder, key }] of places.entries()) write(holder, key, values[index % values.length]);
}

/**
 * One list of several is empty, while what the others hold points past every end: what is only read when there is something to find. `isObserved`
 * chooses those whose length goes its own way, or the others.
 */
export function emptiedEdits(shape: ArgumentShape, isObserved: boolean): readonly Edit[] {
  const lists = shape.columns.filter(({ name, holdsArrays }) => holdsArrays && /^\d+$/.test(name));
  const numbers = shape.columns.filter(({ name, numbers: seen }) => seen !== undefined && name.includes('[*]'));
  const related = relatedMeasures(shape);
  if (lists.length < 2) return [];
  return lists
    .filter(({ name }) => isObserved !== related.has(`${name}.length`))
    .flatMap(({ name: list }) =>
      numbers
        .filter(({ name }) => !name.startsWith(`${list}[`))
        .slice(0, 4)
        .map(({ name }): Edit => {
          const past = setPlaces(name, 'last', 99, '99');
          return {
            label: `${list} is empty; ${past.label}`,
            ...(isObserved ? {} : { leaves: 'lists of other lengths' }),
            apply: (args) => {
              const values = args[Number(list)];
              if (Array.isArray(values)) values.length = 0;
              past.apply(args);
            },
          };
        }),
    );
}

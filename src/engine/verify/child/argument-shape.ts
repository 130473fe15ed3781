// What several argument lists have in common: the kinds and magnitudes of their values, and the relations between their lengths and
// numbers that held every time (equal lengths, n === xs.length, w * h === length, rectangular rows, an index below a length). Cases are
// generated inside these relations; breaking one is a hostile case. Observed, never proven.
import { type Place, placesOf } from './argument-places.ts';
import { isTypedArray } from './value-kind.ts';

export interface Column {
  /** Place name: `0[*].x`. */
  readonly name: string;
  readonly numbers?: { readonly min: number; readonly max: number; readonly allIntegers: boolean };
  /** A few different strings seen here. */
  readonly strings?: readonly string[];
  readonly hasBooleans: boolean;
  /** Arrays or typed arrays stand here. */
  readonly holdsArrays: boolean;
  readonly holdsArraysOfArrays: boolean;
}

/** Names of lengths (`0.length`, `0[*].length`) and scalars (`1`) that were equal in every list. */
type EqualGroup = readonly string[];

export interface ArgumentShape {
  readonly columns: readonly Column[];
  readonly equalGroups: readonly EqualGroup[];
  /** Lengths that were the product of two other measures every time. */
  readonly products: readonly { readonly length: string; readonly factors: readonly [string, string] }[];
  /** Arrays of arrays whose rows had different lengths in one list: ragged is normal there. */
  readonly ragged: ReadonlySet<string>;
}

type Measures = ReadonlyMap<string, number | 'varies'>;

export function learnShape(lists: readonly (readonly unknown[])[]): ArgumentShape {
  const placesPerList = lists.map((list) => placesOf(list, 'sampled'));
  const measures = placesPerList.map(measuresOf);
  const names = [...(measures[0]?.keys() ?? [])].filter((name) => measures.every((one) => one.has(name)));
  const steady = names.filter((name) => measures.every((one) => one.get(name) !== 'varies'));
  const vector = (name: string): string => measures.map((one) => one.get(name)).join(',');
  const groups = new Map<string, string[]>();
  for (const name of steady) groups.set(vector(name), [...(groups.get(vector(name)) ?? []), name]);
  return {
    columns: columnsOf(placesPerList.flat()),
    // Two scalars that happen to be equal are not a relation; a scalar and a length are.
    equalGroups: [...groups.values()].filter((group) => group.length > 1 && group.some(isLength)),
    products: productsOf(steady, measures),
    ragged: new Set(names.filter((name) => measures.some((one) => one.get(name) === 'varies'))),
  };
}

/** Numbers and lengths whose change alone would break what always held. */
export function relatedMeasures({ equalGroups, products }: ArgumentShape): ReadonlySet<string> {
  return new Set([...equalGroups.flat(), ...products.flatMap(({ length, factors }) => [length, ...factors])]);
}

export function isLength(measure: string): boolean {
  return measure.endsWith('.length');
}

function measuresOf(places: readonly Place[]): Measures {
  const measures = new Map<string, number | 'varies'>();
  const note = (name: string, value: number): void => {
    const known = measures.get(name);
    measures.set(name, known === undefined || known === value ? value : 'varies');
  };
  for (const { name, value } of places) {
    if (Array.isArray(value) || isTypedArray(value)) note(`${name}.length`, value.length);
    else if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && !name.includes('[*]'))
      note(name, value);
  }
  return measures;
}

function productsOf(names: readonly string[], measures: readonly Measures[]): ArgumentShape['products'] {
  const products: { length: string; factors: readonly [string, string] }[] = [];
  const value = (one: Measures, name: string): number => Number(one.get(name));
  for (const length of names.filter((name) => isLength(name) && !name.includes('[*]'))) {
    for (const [index, first] of names.entries()) {
      for (const second of names.slice(index)) {
        if (first === length || second === length) continue;
        const holds = measures.every((one) => {
          const [a, b, product] = [value(one, first), value(one, second), value(one, length)];
          return a > 1 && b > 1 && a * b === product;
        });
        if (holds) products.push({ length, factors: [first, second] });
      }
    }
  }
  return products;
}

function columnsOf(places: readonly Place[]): readonly Column[] {
  const byName = new Map<string, unknown[]>();
  for (const { name, value } of places) {
    const values = byName.get(name);
    if (values === undefined) byName.set(name, [value]);
    else values.push(value);
  }
  return [...byName].map(([name, values]) => columnOf(name, values));
}

function columnOf(name: string, values: readonly unknown[]): Column {
  const numbers = values.filter((value) => typeof value === 'number');
  const finite = numbers.filter(Number.isFinite);
  const strings = [...new Set(values.filter((value) => typeof value === 'string'))].slice(0, 8);
  const arrays = values.filter((value) => Array.isArray(value) || isTypedArray(value));
  return {
    name,
    ...(numbers.length === 0
      ? {}
      : {
          numbers: {
            min: finite.reduce((least, value) => Math.min(least, value), finite[0] ?? 0),
            max: finite.reduce((most, value) => Math.max(most, value), finite[0] ?? 0),
            allIntegers: numbers.every(Number.isInteger),
          },
        }),
    ...(strings.length === 0 ? {} : { strings }),
    hasBooleans: values.some((value) => typeof value === 'boolean'),
    holdsArrays: arrays.length > 0,
    holdsArraysOfArrays: arrays.some((array) => Array.isArray(array) && Array.isArray(array[0])),
  };
}

// The single edits of an argument list that keep it inside what its types admit and inside the relations that were observed, and those
// that leave either. Pure: built from the observed shape.
import { alias, aliasElements, type Edit, reorder, resize, resizeProduct, setPlaces } from './argument-edits.ts';
import { type ArgumentShape, type Column, relatedMeasures } from './argument-shape.ts';
import { edgeNumbers, edgeStrings, isScalar } from './edge-values.ts';
import { breakAlone, leaving, overlapViews, ownList, punchHole, raggedRows, standIns } from './hostile-edits.ts';
import { printValue } from './print-value.ts';
import { isObject, isTypedArray } from './value-kind.ts';

export function valueEdits(shape: ArgumentShape): readonly Edit[] {
  return shape.columns.flatMap((column) => {
    if (relatedMeasures(shape).has(column.name)) return [];
    const set = (selector: 'first' | 'last' | 'all', value: unknown): Edit =>
      setPlaces(column.name, selector, value, printValue(value));
    const numbers = edgeNumbers(column).map((value) => set('first', value));
    const strings = edgeStrings(column).map((value) => set('first', value));
    const booleans = column.hasBooleans ? [true, false].map((value) => set('first', value)) : [];
    if (isScalar(column)) return [...numbers, ...strings, ...booleans];
    const everywhere =
      column.numbers === undefined
        ? []
        : [0, -0, 1, -1, 2, 3, Number.NaN, 0.5, 2 ** 31, column.numbers.max].map((value) => set('all', value));
    const lastOnes =
      column.numbers === undefined
        ? []
        : [Number.NaN, -0, column.numbers.max + 1, -1].map((value) => set('last', value));
    const allStrings = column.strings === undefined ? [] : ['', column.strings[0]].map((value) => set('all', value));
    const allBooleans = column.hasBooleans ? [true, false].map((value) => set('all', value)) : [];
    return [...numbers, ...lastOnes, ...everywhere, ...strings, ...allStrings, ...booleans, ...allBooleans];
  });
}

export function structureEdits(shape: ArgumentShape): readonly Edit[] {
  const products = shape.products.flatMap((product) =>
    [
      [1, 1],
      [1, 3],
      [3, 1],
      [2, 3],
      [3, 2],
      [4, 5],
    ].map(([first = 1, second = 1]) => resizeProduct(product, first, second)),
  );
  const arrays = arrayColumns(shape).flatMap((column) => {
    const length = `${column.name}.length`;
    const sizes =
      isFactor(shape, length) || shape.ragged.has(length)
        ? []
        : [0, 1, 2, 3, 4, 7, 16, 33].map((size) => resize(shape, length, size));
    return [...sizes, ...orders(column.name)];
  });
  return [...products, ...arrays];
}

function orders(name: string): readonly Edit[] {
  return [
    reorder(name, 'reversed', (array) => void array.reverse()),
    reorder(name, 'sorted ascending', (array) => void array.sort(compareAny)),
    reorder(name, 'sorted descending', (array) => void array.sort((a, b) => compareAny(b, a))),
    reorder(name, 'rotated', (array) => void array.push(...array.splice(0, 1))),
    reorder(name, 'with its first element last as well', (array) => {
      if (array.length > 1 && !isObject(array[0])) array[array.length - 1] = array[0];
    }),
    reorder(name, 'with each element twice', (array) => {
      const doubled = array.flatMap((value) => [value, value]).slice(0, array.length);
      if (!array.some(isObject)) for (const [index, value] of doubled.entries()) array[index] = value;
    }),
    reorder(name, 'of two values in turn', (array) => {
      const [one, two = one] = array;
      if (!array.some(isObject)) for (const index of array.keys()) array[index] = index % 2 === 0 ? one : two;
    }),
    reorder(name, 'all equal to the first element', (array) => {
      if (!array.some(isObject)) array.fill(array[0]);
    }),
  ];
}

/** Two arguments that are one object, and elements that are one object: legal for every function that takes two. */
export function aliasEdits(shape: ArgumentShape, args: readonly unknown[]): readonly Edit[] {
  const edits: Edit[] = [];
  for (const [from, first] of args.entries()) {
    for (const [to, second] of args.entries()) {
      if (to <= from || !isObject(first) || !isObject(second) || !looksAlike(first, second)) continue;
      edits.push(alias(String(from), String(to)));
      if (isTypedArray(first) && isTypedArray(second)) edits.push(overlapViews(from, to));
    }
  }
  for (const { name } of arrayColumns(shape)) {
    const elements = shape.columns.find((column) => column.name === `${name}[*]`);
    const holdsObjects =
      elements !== undefined &&
      (elements.holdsArrays || shape.columns.some((column) => column.name.startsWith(`${name}[*].`)));
    if (holdsObjects) edits.push(aliasElements(name, 'second'), aliasElements(name, 'all'));
  }
  return edits;
}

/** Outside of what was observed, but nothing that could take long: relations between lengths broken, rows of different lengths, holes. */
export function tameEdits(shape: ArgumentShape): readonly Edit[] {
  return arrayColumns(shape).flatMap((column) => [
    ...(column.holdsArraysOfArrays ? raggedRows(column.name) : []),
    ...punchHole(column.name),
    ...(relatedMeasures(shape).has(`${column.name}.length`) ? breakAlone(column.name) : []),
  ]);
}

/** Values of other kinds than were seen, and numbers that steer a loop at the edges of theirs. */
export function hostileEdits(shape: ArgumentShape): readonly Edit[] {
  const related = relatedMeasures(shape);
  const isList = (column: Column): boolean => column.holdsArrays && /^\d+$/.test(column.name);
  const perColumn = shape.columns.flatMap((column) => {
    const broken = isScalar(column) && related.has(column.name) ? edgeNumbers(column) : [];
    const set = (value: unknown): Edit => setPlaces(column.name, 'last', value, printValue(value));
    return [
      ...otherKinds(column).flatMap((value) => leaving(kindInWords(value), [set(value)])),
      ...leaving('numbers that are no longer as large as a list', broken.map(set)),
      ...(isList(column) ? standIns(column.name) : []),
    ];
  });
  // Last, since only so many kinds are told, and hardly anybody has such lists.
  return [...perColumn, ...shape.columns.filter(isList).map(({ name }) => ownList(name))];
}

function otherKinds(column: Column): readonly unknown[] {
  if (column.numbers !== undefined) return [undefined, null, '7', 7n, true, Object(7)];
  if (column.strings !== undefined)
    return [undefined, null, 7, Object(column.strings[0]), Buffer.from(String(column.strings[0]))];
  return column.holdsArrays ? [undefined, null, 7, 'seven'] : [];
}

function kindInWords(value: unknown): string {
  if (value === undefined || value === null) return 'undefined and null';
  return typeof value === 'object'
    ? 'objects in place of numbers and texts'
    : `a ${typeof value} in place of something else`;
}

/** In place of numbers and texts: what is converted to one, and says something else when its owner changed it. */
export function objectEdits(shape: ArgumentShape): readonly Edit[] {
  return shape.columns
    .filter((column) => isScalar(column) && (column.numbers !== undefined || column.strings !== undefined))
    .flatMap(({ name, numbers }): readonly Edit[] => {
      const lists = numbers === undefined ? [['a', 'b', 'c'], ['word']] : [['a', 'b', 'c'], [12]];
      return lists.map((list) => ({
        label: `${name} is a list of ${list.length}`,
        leaves: kindInWords(list),
        apply: (args) => setPlaces(name, 'first', [...list], '').apply(args),
      }));
    });
}

function arrayColumns(shape: ArgumentShape): readonly Column[] {
  return shape.columns.filter(({ holdsArrays }) => holdsArrays);
}

function isFactor(shape: ArgumentShape, measure: string): boolean {
  return shape.products.some(({ length, factors }) => length === measure || factors.includes(measure));
}

function looksAlike(first: object, second: object): boolean {
  if (Array.isArray(first) && Array.isArray(second))
    return first.length === second.length && typeof first[0] === typeof second[0];
  if (isTypedArray(first) && isTypedArray(second))
    return first.length === second.length && first.constructor === second.constructor;
  return (
    Object.keys(first).join() === Object.keys(second).join() &&
    Object.getPrototypeOf(first) === Object.getPrototypeOf(second)
  );
}

function compareAny(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}

// Places inside an argument list, named so that one name fits argument lists of every size: `0[*].x` is the x of every element of the
// first argument. Only data that can be written is a place: elements of plain arrays and typed arrays, own data properties of objects.
import { isObject, isTypedArray, objectKind } from './value-kind.ts';

export interface Place {
  /** `0`, `0[*]`, `1.rows[*][*]` */
  readonly name: string;
  readonly holder: object;
  readonly key: string | number;
  readonly value: unknown;
}

/** When looking for facts, wide data is sampled: the first elements, the last ones, and a few between. */
const sampledWidth = 24;
const depthLimit = 5;
const placeLimit = 8_000;

/** All places of an argument list, outer before inner. */
export function placesOf(args: readonly unknown[], width: 'every' | 'sampled' = 'every'): readonly Place[] {
  const places: Place[] = [];
  const seen = new Set<object>();
  const visit = (
    holder: object,
    keys: readonly (string | number)[],
    nameOf: (key: string | number) => string,
    depth: number,
  ): void => {
    for (const key of keys) {
      if (places.length >= placeLimit) return;
      const value: unknown = Reflect.get(holder, key);
      const name = nameOf(key);
      places.push({ name, holder, key, value });
      if (!isObject(value) || seen.has(value) || depth >= depthLimit) continue;
      seen.add(value);
      if (Array.isArray(value) || isTypedArray(value))
        visit(value, indices(value.length, width), () => `${name}[*]`, depth + 1);
      else if (objectKind(value) === 'object') visit(value, dataKeys(value), (inner) => `${name}.${inner}`, depth + 1);
    }
  };
  visit(args, [...args.keys()], String, 0);
  return places;
}

/** The holders of one place name, each once: for `0[*]` the array, for `0[*][*]` every row. */
export function holdersOf(places: readonly Place[], name: string): readonly object[] {
  return [...new Set(places.filter((place) => place.name === name).map(({ holder }) => holder))];
}

function indices(length: number, width: 'every' | 'sampled'): readonly number[] {
  if (width === 'every' || length <= sampledWidth)
    return Array.from({ length: Math.min(length, placeLimit) }, (_, index) => index);
  const head = Array.from({ length: sampledWidth - 4 }, (_, index) => index);
  return [...head, Math.floor(length / 2), Math.floor((length * 3) / 4), length - 2, length - 1];
}

function dataKeys(value: object): readonly string[] {
  return Object.entries(Object.getOwnPropertyDescriptors(value))
    .filter(([, descriptor]) => 'value' in descriptor && descriptor.writable === true)
    .map(([key]) => key)
    .slice(0, sampledWidth);
}

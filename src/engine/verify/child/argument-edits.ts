// Deterministic changes to a freshly made argument list, applied in the same way to the arguments of both variants. An edit names its
// places by patterns (see argument-places.ts) and does nothing where there is no such place.
import { holdersOf, type Place, placesOf } from './argument-places.ts';
import { type ArgumentShape, isLength } from './argument-shape.ts';
import { cloneValue } from './clone-value.ts';
import { isTypedArray } from './value-kind.ts';

export interface Edit {
  /** "the first 0[*] is -0" */
  readonly label: string;
  readonly apply: (args: unknown[]) => void;
  /** Names the one place that the edit writes and nothing else; a later edit of the same place makes this one needless. */
  readonly place?: string;
  /** How it leaves what was declared, in words ("holes in a list"): differences are told once for each of these. */
  readonly leaves?: string;
}

export type Selector = 'first' | 'last' | 'middle' | 'all';

/** Puts one value at the chosen places of a name. */
export function setPlaces(name: string, selector: Selector, value: unknown, label: string): Edit {
  return {
    label: name.includes('[*]') ? `${selector} ${name} = ${label}` : `${name} = ${label}`,
    apply: (args) => {
      for (const place of selected(placesNamed(args, name), selector)) write(place.holder, place.key, value);
      // Sampled places are not all places: long arrays are filled to the end.
      if (selector === 'all' && name.endsWith('[*]')) {
        for (const holder of holdersOf(placesOf(args), name)) (holder as unknown[]).fill(value);
      }
    },
  };
}

/** Changes every plain array that stands at the named place, without changing its length. */
export function reorder(name: string, label: string, change: (array: unknown[]) => void): Edit {
  return {
    label: `${name} ${label}`,
    apply: (args) => {
      for (const { value } of withoutRepeats(placesNamed(args, name))) {
        if (Array.isArray(value)) change(value);
        else if (isTypedArray(value)) {
          const elements: unknown[] = [...value];
          change(elements);
          for (const [index, element] of elements.entries()) write(value, index, element);
        }
      }
    },
  };
}

/**
 * Gives an array another length, and with it everything that was always equal to that length: other arrays, the rows of a square, the
 * number that says how long it is. New elements repeat old ones as copies; an
 * empty array stays empty, because nothing says what would belong in it.
 */
export function resize(shape: ArgumentShape, length: string, size: number): Edit {
  const group = shape.equalGroups.find((members) => members.includes(length)) ?? [length];
  return {
    label: `${length} = ${size}`,
    apply: (args) => {
      if (size > 0 && group.some((measure) => isLength(measure) && holdsEmpty(args, measure))) return;
      for (const measure of group) setMeasure(args, measure, size);
    },
  };
}

/** Takes one element out of an array and out of everything that was always as long. */
export function dropElement(shape: ArgumentShape, length: string, index: number): Edit {
  const group = shape.equalGroups.find((members) => members.includes(length)) ?? [length];
  return {
    label: `${length} without element ${index}`,
    apply: (args) => {
      for (const measure of group) {
        const name = isLength(measure) ? measure.slice(0, -'.length'.length) : measure;
        for (const { holder, key, value } of withoutRepeats(placesNamed(args, name))) {
          if (Array.isArray(value)) value.splice(index, 1);
          else if (isTypedArray(value))
            write(
              holder,
              key,
              value.filter((_: unknown, other: number) => other !== index),
            );
          else if (typeof value === 'number') write(holder, key, value - 1);
        }
      }
    },
  };
}

/** Changes the factors of an area and the area with them. */
export function resizeProduct(product: ArgumentShape['products'][number], first: number, second: number): Edit {
  const [width, height] = product.factors;
  const sides = width === height ? [first, first] : [first, second];
  return {
    label: `${product.length} = ${sides.join(' * ')}`,
    apply: (args) => {
      setMeasure(args, width, sides[0] ?? first);
      setMeasure(args, height, sides[1] ?? second);
      setMeasure(args, product.length, (sides[0] ?? first) * (sides[1] ?? second));
    },
  };
}

/** Passes one argument twice, or makes one element stand in two places. */
export function alias(from: string, to: string): Edit {
  return {
    label: `${to} is the same object as ${from}`,
    apply: (args) => {
      const source = placesNamed(args, from)[0];
      const target = placesNamed(args, to)[0];
      if (source !== undefined && target !== undefined) write(target.holder, target.key, source.value);
    },
  };
}

/** The second element of every array at the place becomes the first one, or all do. */
export function aliasElements(name: string, howMany: 'second' | 'all'): Edit {
  return reorder(name, howMany === 'all' ? 'holds one object everywhere' : 'holds its first object twice', (array) => {
    if (howMany === 'all') array.fill(array[0]);
    else if (array.length > 1) array[1] = array[0];
  });
}

/** Writes one exact place; used by the shrinker, which looks at the arguments as they are. */
export function setExactly(path: readonly (string | number)[], value: unknown, label: string): Edit {
  return {
    label: `${path.join('.')} = ${label}`,
    place: path.join('.'),
    apply: (args) => {
      let holder: unknown = args;
      for (const key of path.slice(0, -1)) holder = Reflect.get(holder as object, key);
      write(holder as object, path.at(-1) ?? 0, value);
    },
  };
}

export function write(holder: object, key: string | number, value: unknown): void {
  // A frozen or typed array refuses some values; the case is then simply the one without the edit.
  try {
    Reflect.set(holder, key, value);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
  }
}

function resized(array: readonly unknown[], size: number): unknown[] {
  return Array.from({ length: size }, (_, index) =>
    index < array.length ? array[index] : cloneValue(array[index % Math.max(1, array.length)]).value,
  );
}

/** Alone it would stay behind what it is equal to. */
function holdsEmpty(args: readonly unknown[], measure: string): boolean {
  return placesNamed(args, measure.slice(0, -'.length'.length)).some(
    ({ value }) => (Array.isArray(value) || isTypedArray(value)) && value.length === 0,
  );
}

function setMeasure(args: unknown[], measure: string, size: number): void {
  if (!isLength(measure)) {
    for (const place of placesNamed(args, measure)) write(place.holder, place.key, size);
    return;
  }
  for (const place of placesNamed(args, measure.slice(0, -'.length'.length))) {
    if (Array.isArray(place.value) && place.value.length > 0) {
      const array: unknown[] = place.value;
      const next = resized(array, size);
      array.length = 0;
      for (const element of next) array.push(element);
    } else if (isTypedArray(place.value) && place.value.length > 0) {
      const kind = place.value.constructor as new (length: number) => object;
      const next = new kind(size);
      for (let index = 0; index < size; index++) {
        write(next, index, place.value[index % place.value.length]);
      }
      write(place.holder, place.key, next);
    }
  }
}

function placesNamed(args: readonly unknown[], name: string): readonly Place[] {
  return placesOf(args).filter((place) => place.name === name);
}

/** One array that stands in several places is changed once. */
function withoutRepeats(places: readonly Place[]): readonly Place[] {
  const seen = new Set<unknown>();
  return places.filter(({ value }) => {
    if (!Array.isArray(value)) return true;
    const isNew = !seen.has(value);
    seen.add(value);
    return isNew;
  });
}

function selected(places: readonly Place[], selector: Selector): readonly Place[] {
  switch (selector) {
    case 'all':
      return places;
    case 'first':
      return places.slice(0, 1);
    case 'last':
      return places.slice(-1);
    case 'middle':
      return places.slice(Math.floor(places.length / 2)).slice(0, 1);
  }
}

// Own properties of two objects: their keys in order, attributes and values. Elements of arrays are compared elsewhere, stacks nowhere.
import { inspect } from 'node:util';
import { sameSymbol } from './compare-prototypes.ts';
import type { Pair } from './compare-values.ts';
import { isObject, objectKind } from './value-kind.ts';
import { childPath, propertyStep, type ValuePath } from './value-path.ts';

export function* ownPropertyPairs(path: ValuePath, expected: object, actual: object): Generator<Pair> {
  const expectedKeys = comparableKeys(expected);
  const actualKeys = comparableKeys(actual);
  for (const [index, key] of expectedKeys.entries()) {
    const other = actualKeys[index];
    if (other === undefined || !sameKey(key, other)) {
      const reordered = expectedKeys.length === actualKeys.length && actualKeys.includes(key);
      yield {
        path,
        expected: expectedKeys,
        actual: actualKeys,
        aspect: reordered ? 'the order of the keys' : 'the keys',
      };
      return;
    }
    yield* propertyPairs(childPath(path, propertyStep(key)), { target: expected, key }, { target: actual, key: other });
  }
  if (actualKeys.length > expectedKeys.length) {
    yield { path, expected: expectedKeys, actual: actualKeys, aspect: 'the keys' };
  }
}

interface Property {
  readonly target: object;
  readonly key: PropertyKey;
}

function* propertyPairs(path: ValuePath, expected: Property, actual: Property): Generator<Pair> {
  const left = Object.getOwnPropertyDescriptor(expected.target, expected.key) ?? {};
  const right = Object.getOwnPropertyDescriptor(actual.target, actual.key) ?? {};
  for (const attribute of ['writable', 'enumerable', 'configurable'] as const) {
    yield { path: childPath(path, ` (${attribute})`), expected: left[attribute], actual: right[attribute] };
  }
  if (isAccessor(left) || isAccessor(right)) {
    yield { path: childPath(path, ' (accessor)'), expected: accessorSort(left), actual: accessorSort(right) };
    const read = {
      path,
      expected: readGetter(expected.target, expected.key),
      actual: readGetter(actual.target, actual.key),
    };
    if (!isObject(read.expected) && !isObject(read.actual)) yield read;
  } else yield { path, expected: left.value, actual: right.value };
}

export function readGetter(target: object, name: PropertyKey): unknown {
  try {
    return Reflect.get(target, name) as unknown;
  } catch (error) {
    return `throws ${String(error)}`;
  }
}

function isAccessor({ get, set }: PropertyDescriptor): boolean {
  return get !== undefined || set !== undefined;
}

function accessorSort({ get, set }: PropertyDescriptor): string {
  return `${get ? 'get' : ''} ${set ? 'set' : ''}`.trim();
}

function sameKey(expected: PropertyKey, actual: PropertyKey): boolean {
  if (typeof expected === 'symbol' && typeof actual === 'symbol') return sameSymbol(expected, actual);
  return expected === actual;
}

function comparableKeys(value: object): readonly PropertyKey[] {
  const keys: readonly PropertyKey[] = Reflect.ownKeys(value);
  switch (objectKind(value)) {
    case 'array':
    case 'typed-array':
    case 'boxed':
      return keys.filter((key) => key !== 'length' && !isElementKey(key));
    case 'error':
      return keys.filter((key) => !['stack', 'message', 'cause', 'errors'].includes(String(key)));
    default:
      return keys;
  }
}

/** Whole numbers up to 2^32 - 2 are elements; '01', '-1' and '1.5' are not. */
function isElementKey(key: PropertyKey): boolean {
  return typeof key === 'string' && /^(?:0|[1-9]\d*)$/.test(key) && Number(key) < 2 ** 32 - 1;
}

/**
 * True for a long array without other own properties. Listing the keys of a million elements takes 0.3 s; the inspector counts the others
 * within a millisecond and then prints `[ ... 1000000 more items ]` alone.
 */
export function elementsOnly(value: object): boolean {
  const kind = objectKind(value);
  if (kind !== 'array' && kind !== 'typed-array') return false;
  const { length } = value as ArrayLike<unknown>;
  if (length < 1_000 || Object.getOwnPropertySymbols(value).length > 0) return false;
  const printed = inspect(value, { maxArrayLength: 0, depth: 0, customInspect: false });
  return printed.endsWith(`[ ... ${length} more items ]`);
}

// Two variants are two bundles, so every class of the user's exists twice in one process. Two prototypes count as the same when they are
// identical, or when both belong to user classes of one name whose members match, all the way up.
import { isNativeFunction, ownData, prototypeOf } from './value-kind.ts';

/** The candidate's class may have further members (a helper method), never fewer. */
export function samePrototype(expected: object | null, actual: object | null): boolean {
  if (expected === actual) return true;
  if (expected === null || actual === null) return false;
  const expectedClass = ownData(expected, 'constructor');
  const actualClass = ownData(actual, 'constructor');
  if (typeof expectedClass === 'function' && typeof actualClass === 'function') {
    if (isNativeFunction(expectedClass) || isNativeFunction(actualClass)) return false;
    if (plainName(expectedClass.name) !== plainName(actualClass.name)) return false;
  } else if (expectedClass !== actualClass) return false;
  for (const key of Object.getOwnPropertyNames(expected)) {
    if (!Object.hasOwn(actual, key) || memberSort(expected, key) !== memberSort(actual, key)) return false;
  }
  return samePrototype(prototypeOf(expected), prototypeOf(actual));
}

/** Bundlers write `_Point` or `Point2` where a name is taken in the one bundle and free in the other. */
function plainName(name: string): string {
  return name.replace(/^_+/, '').replace(/\d+$/, '');
}

function memberSort(prototype: object, key: string): string {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, key);
  if (descriptor === undefined) return 'none';
  if (descriptor.get ?? descriptor.set) return `${descriptor.get ? 'get' : ''}${descriptor.set ? 'set' : ''}`;
  return typeof descriptor.value;
}

/** Well-known and registered symbols are the same in both bundles; a module's own symbols exist twice and are told by their text. */
export function sameSymbol(expected: symbol, actual: symbol): boolean {
  if (expected === actual) return true;
  if (Symbol.keyFor(expected) !== undefined || Symbol.keyFor(actual) !== undefined) return false;
  return expected.description === actual.description && !isWellKnown(expected) && !isWellKnown(actual);
}

function isWellKnown(value: symbol): boolean {
  return Object.getOwnPropertyNames(Symbol).some((name) => Reflect.get(Symbol, name) === value);
}

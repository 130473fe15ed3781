// What lies inside two objects of one kind, as the pairs of values that must be equal, in the order a reader would look.
// compare-values.ts drives the walk; compare-properties.ts adds the own properties.
import { inspect } from 'node:util';
import { type NumberRule, sameNumber } from './compare-numbers.ts';
import { elementsOnly, ownPropertyPairs, readGetter } from './compare-properties.ts';
import type { ComparisonRules, Pair } from './compare-values.ts';
import {
  type AnyTypedArray,
  boxedValue,
  isObject,
  mapEntries,
  objectKind,
  prototypeOf,
  setValues,
  typedArrayName,
} from './value-kind.ts';
import { childPath, propertyStep, type ValuePath } from './value-path.ts';

export function* contentsOf(
  path: ValuePath,
  expected: object,
  actual: object,
  hidesState: boolean,
  rules: ComparisonRules,
): Generator<Pair> {
  const read = (step: string, of: (value: object) => unknown): Pair => ({
    path: childPath(path, step),
    expected: of(expected),
    actual: of(actual),
  });
  switch (objectKind(expected)) {
    case 'array':
      yield* elementPairs(path, expected as unknown[], actual as unknown[]);
      break;
    case 'typed-array':
      yield read(' (kind)', (value) => typedArrayName(value as AnyTypedArray));
      yield* typedElementPairs(path, expected as AnyTypedArray, actual as AnyTypedArray, rules.numbers);
      break;
    case 'map':
      yield* entryPairs(path, mapEntries(expected), mapEntries(actual), ' (entries)');
      break;
    case 'set':
      yield* entryPairs(path, setValues(expected), setValues(actual), ' (values)');
      break;
    case 'date':
      yield read('.getTime()', (value) => Date.prototype.getTime.call(value));
      break;
    case 'regexp':
      yield read('.source', (value) => (value as RegExp).source);
      yield read('.flags', (value) => (value as RegExp).flags);
      break;
    case 'error':
      for (const name of ['name', 'message', 'code', 'cause', 'errors']) {
        yield read(`.${name}`, (value) => Reflect.get(value, name) as unknown);
      }
      break;
    case 'boxed':
      yield read('.valueOf()', boxedValue);
      break;
    case 'promise':
      yield* promisePairs(path, expected, actual, rules);
      break;
    case 'iterator':
      yield* iteratorPairs(path, expected, actual, rules);
      break;
    case 'array-buffer':
    case 'shared-array-buffer':
      yield read(' (bytes)', (value) => new Uint8Array(value as ArrayBuffer).slice());
      break;
    case 'data-view':
      yield read(' (bytes)', (value) => bytesUnder(value as DataView));
      break;
    case 'weak':
      rules.onUncompared('weak collections are out of reach of the comparison');
      break;
    case 'arguments':
    case 'object':
      yield* getterPairs(path, expected, actual);
      if (hidesState) yield* hiddenStatePairs(path, expected, actual, rules);
      break;
  }
  if (elementsOnly(expected) && elementsOnly(actual)) return;
  yield* ownPropertyPairs(path, expected, actual);
}

/** Equal primitives are passed over here, so that a million numbers are not a million pairs. */
function* elementPairs(path: ValuePath, expected: readonly unknown[], actual: readonly unknown[]): Generator<Pair> {
  const shorter = Math.min(expected.length, actual.length);
  for (let index = 0; index < shorter; index++) {
    const left = expected[index];
    const right = actual[index];
    if (left === undefined && right === undefined && index in expected !== index in actual) {
      const say = (array: readonly unknown[]): string => (index in array ? 'an element' : 'a hole');
      const aspect = { expected: say(expected), actual: say(actual) };
      yield { path: childPath(path, `[${index}]`), expected: left, actual: right, aspect };
    }
    if (!Object.is(left, right) || isObject(left) || typeof left === 'function') {
      yield { path: childPath(path, `[${index}]`), expected: left, actual: right };
    }
  }
  yield { path: childPath(path, '.length'), expected: expected.length, actual: actual.length };
}

function* typedElementPairs(
  path: ValuePath,
  expected: AnyTypedArray,
  actual: AnyTypedArray,
  numbers: NumberRule,
): Generator<Pair> {
  yield { path: childPath(path, '.length'), expected: expected.length, actual: actual.length };
  for (let index = 0; index < expected.length; index++) {
    const left = expected[index];
    const right = actual[index];
    if (Object.is(left, right)) continue;
    if (typeof left === 'number' && typeof right === 'number' && sameNumber(left, right, numbers)) continue;
    yield { path: childPath(path, `[${index}]`), expected: left, actual: right };
  }
}

function* entryPairs(
  path: ValuePath,
  expected: readonly unknown[],
  actual: readonly unknown[],
  step: string,
): Generator<Pair> {
  yield { path: childPath(path, '.size'), expected: expected.length, actual: actual.length };
  for (const [index, entry] of expected.entries()) {
    yield { path: childPath(path, `${step}[${index}]`), expected: entry, actual: actual[index] };
  }
}

function* promisePairs(path: ValuePath, expected: object, actual: object, rules: ComparisonRules): Generator<Pair> {
  const left = rules.expectedHidden.settlements.get(expected);
  const right = rules.actualHidden.settlements.get(actual);
  if (left === undefined || left.status === 'pending')
    rules.onUncompared('promises that do not settle are not compared');
  yield { path: childPath(path, ' (settlement)'), expected: left, actual: right };
}

function* iteratorPairs(path: ValuePath, expected: object, actual: object, rules: ComparisonRules): Generator<Pair> {
  const left = rules.expectedHidden.drained.get(expected);
  const right = rules.actualHidden.drained.get(actual);
  if (left === undefined) rules.onUncompared('some iterators are not compared');
  yield { path: childPath(path, ' (values)'), expected: left, actual: right };
}

/** What an instance shows of itself through the getters of its class. */
function* getterPairs(path: ValuePath, expected: object, actual: object): Generator<Pair> {
  for (let level = prototypeOf(expected); level !== null && level !== Object.prototype; level = prototypeOf(level)) {
    for (const name of Object.getOwnPropertyNames(level)) {
      if (Object.getOwnPropertyDescriptor(level, name)?.get === undefined) continue;
      const read = { expected: readGetter(expected, name), actual: readGetter(actual, name) };
      if (!isObject(read.expected) && !isObject(read.actual))
        yield { path: childPath(path, propertyStep(name)), ...read };
    }
  }
}

/** Private fields and internal slots (URL, Headers, Intl, user classes): seen only as far as printing and iterating shows them. */
function* hiddenStatePairs(path: ValuePath, expected: object, actual: object, rules: ComparisonRules): Generator<Pair> {
  rules.onUncompared('objects with private state are compared by what they show');
  const read = (step: string, of: (value: object) => unknown): Pair => ({
    path: childPath(path, step),
    expected: of(expected),
    actual: of(actual),
  });
  yield read(' (as printed)', (value) => inspect(value, { depth: 4 }));
  yield read(' (iterated)', iterated);
}

const iteratedLimit = 1_000;

function iterated(value: object): readonly unknown[] | undefined {
  const start: unknown = readGetter(value, Symbol.iterator);
  if (typeof start !== 'function') return undefined;
  const items: unknown[] = [];
  try {
    for (const item of value as Iterable<unknown>) {
      items.push(item);
      if (items.length >= iteratedLimit) break;
    }
  } catch (error) {
    items.push(error);
  }
  return items;
}

function bytesUnder(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice();
}

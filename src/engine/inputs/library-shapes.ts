// Shapes of what the language and Node bring along: Map, Set, Date, typed arrays, iterables, errors. A table by name; a library type that
// is not in it cannot be made.
import type { Extent, Shape } from './input-shape.ts';

/** What a rule can ask for: the shape of the n-th type argument, and where lists get their lengths. */
export interface LibraryRequest {
  readonly argument: (index: number) => Shape;
  readonly extent: Extent;
  /** The same for arrays of numbers, which may be those of a grid. */
  readonly cells: Extent;
}

type LibraryRule = (request: LibraryRequest) => Shape;

function wrapped(before: string, inner: Shape, after: string): Shape {
  return { kind: 'wrapped', before, inner, after };
}

function list(request: LibraryRequest): Shape {
  return { kind: 'list', element: request.argument(0), extent: request.extent };
}

function typedArray(className: string, element: Shape): LibraryRule {
  return ({ cells }) => ({ kind: 'typed-array', className, element, extent: cells });
}

function whole(from: number, below: number): Shape {
  return { kind: 'integer', range: { from, below } };
}

const real: Shape = { kind: 'float', range: { from: 0, below: 1000 } };
const bytes: Shape = whole(0, 256);
const constant =
  (text: string): LibraryRule =>
  () => ({ kind: 'constant', text });

const setOf: LibraryRule = (request) => wrapped('new Set(', list(request), ')');
const mapOf: LibraryRule = (request) =>
  wrapped(
    'new Map(',
    { kind: 'entries', key: request.argument(0), value: request.argument(1), extent: request.extent },
    ')',
  );
/** Red, green, blue and opacity of each pixel. */
const clampedArray: LibraryRule = ({ cells }) => ({
  kind: 'typed-array',
  className: 'Uint8ClampedArray',
  element: bytes,
  extent: cells === 'size-squared' ? 'pixels' : cells,
});
const byteArray = typedArray('Uint8Array', bytes);
const iteratorOf: LibraryRule = (request) => wrapped('', list(request), '.values()');

const rules: Readonly<Record<string, LibraryRule>> = {
  Array: list,
  ReadonlyArray: list,
  ArrayLike: list,
  Iterable: list,
  ConcatArray: list,
  Iterator: iteratorOf,
  IterableIterator: iteratorOf,
  IteratorObject: iteratorOf,
  ArrayIterator: iteratorOf,
  Generator: iteratorOf,
  Set: setOf,
  ReadonlySet: setOf,
  Map: mapOf,
  ReadonlyMap: mapOf,
  WeakMap: constant('new WeakMap()'),
  WeakSet: constant('new WeakSet()'),
  Promise: (request) => wrapped('Promise.resolve(', request.argument(0), ')'),
  PromiseLike: (request) => wrapped('Promise.resolve(', request.argument(0), ')'),
  AsyncIterable: (request) => wrapped('(async function* () { yield* ', list(request), '; })()'),
  AsyncGenerator: (request) => wrapped('(async function* () { yield* ', list(request), '; })()'),
  Date: () => ({ kind: 'date' }),
  RegExp: constant('/[aeiou]+/g'),
  Error: constant("new Error('an error')"),
  URL: () => wrapped('new URL(', { kind: 'text', role: 'url', extent: 1 }, ')'),
  URLSearchParams: constant("new URLSearchParams('page=2&sort=name')"),
  AbortSignal: constant('new AbortController().signal'),
  AbortController: constant('new AbortController()'),
  TextEncoder: constant('new TextEncoder()'),
  TextDecoder: constant('new TextDecoder()'),
  Function: constant('() => undefined'),
  Object: () => ({ kind: 'record', properties: [{ name: 'id', shape: whole(0, 1000) }] }),
  String: () => ({ kind: 'text', role: 'word', extent: 1 }),
  Number: () => real,
  Boolean: () => ({ kind: 'boolean' }),
  Int8Array: typedArray('Int8Array', whole(-128, 128)),
  Uint8Array: byteArray,
  Uint8ClampedArray: clampedArray,
  Int16Array: typedArray('Int16Array', whole(-32768, 32768)),
  Uint16Array: typedArray('Uint16Array', whole(0, 65536)),
  Int32Array: typedArray('Int32Array', whole(-1_000_000, 1_000_000)),
  Uint32Array: typedArray('Uint32Array', whole(0, 1_000_000)),
  Float32Array: typedArray('Float32Array', real),
  Float64Array: typedArray('Float64Array', real),
  BigInt64Array: typedArray('BigInt64Array', wrapped('BigInt(', whole(-1_000_000, 1_000_000), ')')),
  BigUint64Array: typedArray('BigUint64Array', wrapped('BigInt(', whole(0, 1_000_000), ')')),
  Buffer: (request) => wrapped('Buffer.from(', byteArray(request), ')'),
  ArrayBuffer: (request) => wrapped('', byteArray(request), '.buffer'),
  ArrayBufferLike: (request) => wrapped('', byteArray(request), '.buffer'),
  DataView: (request) => wrapped('new DataView(', byteArray(request), '.buffer)'),
};

/** The shape of a type of the standard library; undefined when it is not in the table. */
export function libraryShape(name: string, request: LibraryRequest): Shape | undefined {
  return Object.hasOwn(rules, name) ? rules[name]?.(request) : undefined;
}

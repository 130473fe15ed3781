// What sort of thing a value is, told by its internal slots and never by what it says about itself, so that a class or a getter of the
// user's cannot pass for something else. Comparing, cloning, printing and editing all branch on this one answer.
import { types } from 'node:util';

export type ObjectKind =
  | 'array'
  | 'typed-array'
  | 'map'
  | 'set'
  | 'date'
  | 'regexp'
  | 'error'
  | 'boxed'
  | 'promise'
  | 'array-buffer'
  | 'shared-array-buffer'
  | 'data-view'
  | 'weak'
  | 'iterator'
  | 'arguments'
  | 'object';

const iteratorPrototype: object = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())) as object;

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

export function objectKind(value: object): ObjectKind {
  if (Array.isArray(value)) return 'array';
  if (types.isTypedArray(value)) return 'typed-array';
  if (types.isMap(value)) return 'map';
  if (types.isSet(value)) return 'set';
  if (types.isDate(value)) return 'date';
  if (types.isRegExp(value)) return 'regexp';
  if (types.isNativeError(value)) return 'error';
  if (types.isBoxedPrimitive(value)) return 'boxed';
  if (types.isPromise(value)) return 'promise';
  if (types.isArrayBuffer(value)) return 'array-buffer';
  if (types.isSharedArrayBuffer(value)) return 'shared-array-buffer';
  if (types.isDataView(value)) return 'data-view';
  if (types.isWeakMap(value) || types.isWeakSet(value)) return 'weak';
  if (types.isArgumentsObject(value)) return 'arguments';
  if (types.isGeneratorObject(value) || isNativeIterator(value)) return 'iterator';
  return 'object';
}

/** `Float64Array`, `Buffer`: the element kind of a typed array, whatever its prototype says. */
export function typedArrayName(value: ArrayBufferView): string {
  return Buffer.isBuffer(value) ? 'Buffer' : String(Reflect.get(typedArrayPrototype, Symbol.toStringTag, value));
}

type NumericArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

export type AnyTypedArray = NumericArray | BigInt64Array | BigUint64Array;

export function isTypedArray(value: unknown): value is AnyTypedArray {
  return types.isTypedArray(value);
}

/** The name of the class an object was made by; undefined for plain objects and for objects without a prototype. */
export function className(value: object): string | undefined {
  const prototype = prototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return undefined;
  const maker = ownData(prototype, 'constructor');
  return typeof maker === 'function' ? maker.name : undefined;
}

/** An own data property, without running a getter. */
export function ownData(target: object, key: PropertyKey): unknown {
  return Object.getOwnPropertyDescriptor(target, key)?.value as unknown;
}

const nativeSource = /\{\s*\[native code\]\s*\}\s*$/;

export function isNativeFunction(value: unknown): boolean {
  return typeof value === 'function' && nativeSource.test(Function.prototype.toString.call(value));
}

/** Private fields are out of reach of any comparison or copy; a class that has them is told by its source text. */
export function hasPrivateFields(value: object): boolean {
  for (let prototype = prototypeOf(value); prototype !== null; prototype = prototypeOf(prototype)) {
    const maker = ownData(prototype, 'constructor');
    if (typeof maker !== 'function' || isNativeFunction(maker)) continue;
    if (/(?:^|[^\w$'"`])#[\w$]+\s*(?:[=;({]|in\b)/.test(Function.prototype.toString.call(maker))) return true;
  }
  return false;
}

export function prototypeOf(value: object): object | null {
  return Object.getPrototypeOf(value) as object | null;
}

/** The primitive inside a boxed number, string, boolean, bigint or symbol. */
export function boxedValue(value: object): unknown {
  for (const prototype of [Number.prototype, String.prototype, Boolean.prototype, BigInt.prototype, Symbol.prototype]) {
    try {
      return (prototype.valueOf as () => unknown).call(value);
    } catch (error) {
      // A box of another type: the next prototype may fit.
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return undefined;
}

/** Entries in insertion order, whatever a subclass does to iteration. */
export function mapEntries(map: object): readonly (readonly [unknown, unknown])[] {
  const list: (readonly [unknown, unknown])[] = [];
  Map.prototype.forEach.call(map as Map<unknown, unknown>, (value, key) => {
    list.push([key, value]);
  });
  return list;
}

export function setValues(set: object): readonly unknown[] {
  const list: unknown[] = [];
  Set.prototype.forEach.call(set as Set<unknown>, (value) => {
    list.push(value);
  });
  return list;
}

function isNativeIterator(value: object): boolean {
  if (!Object.prototype.isPrototypeOf.call(iteratorPrototype, value)) return false;
  const prototype = prototypeOf(value);
  return prototype !== null && isNativeFunction(ownData(prototype, 'next'));
}

const typedArrayPrototype: object = Object.getPrototypeOf(Uint8Array.prototype) as object;

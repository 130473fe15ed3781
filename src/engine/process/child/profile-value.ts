// Profiles of values: what arguments and results looked like, for strategies to read. Observed is never proven.
import { mergeProfiles } from '../merge-profiles.ts';
import type { ValueProfile } from '../protocol.ts';
import { fingerprint } from './fingerprint.ts';

/** Elements of a list of objects that are looked at: the first ones and then evenly spread. Numbers are all looked at. */
const OBJECTS_LOOKED_AT = 256;
const DEPTH_LOOKED_AT = 4;
/** Of an object that serves as a table there may be any number. */
const FIELDS_LOOKED_AT = 64;

export function profileValue(value: unknown): ValueProfile {
  return { ...profileAt(value, 0), cloneable: isCloneable(value) };
}

function profileAt(value: unknown, depth: number): ValueProfile {
  const cloneable = true;
  switch (typeof value) {
    case 'undefined':
      return { kind: 'undefined', cloneable };
    case 'boolean':
      return { kind: 'boolean', cloneable };
    case 'bigint':
      return { kind: 'bigint', cloneable };
    case 'symbol':
      return { kind: 'symbol', cloneable: false };
    case 'function':
      return { kind: 'function', cloneable: false };
    case 'string':
      return { kind: 'string', length: value.length, cloneable };
    case 'number':
      return { kind: 'number', numbers: profileNumbers([value]), cloneable };
    case 'object':
      return value === null ? { kind: 'null', cloneable } : profileObject(value, depth);
  }
}

function profileObject(value: object, depth: number): ValueProfile {
  const cloneable = true;
  if (Array.isArray(value)) return profileArray(value, depth);
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const items = value as unknown as ArrayLike<number | bigint>;
    const numbers = typeof items[0] === 'number' ? { numbers: profileNumbers(items as ArrayLike<number>) } : {};
    return { kind: 'typed-array', className: classNameOf(value), length: items.length, ...numbers, cloneable };
  }
  if (value instanceof Map) return { kind: 'map', length: value.size, cloneable };
  if (value instanceof Set) return { kind: 'set', length: value.size, cloneable };
  if (value instanceof Date) return { kind: 'date', cloneable };
  if (typeof (value as { then?: unknown }).then === 'function') return { kind: 'promise', cloneable: false };
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) {
    const keys = Object.keys(value);
    return { kind: 'plain-object', keys, ...profileFields(value, keys, depth), cloneable };
  }
  return { kind: 'instance', className: classNameOf(value), cloneable };
}

/** An accessor is code, which is not run. */
function profileFields(value: object, keys: readonly string[], depth: number): Pick<ValueProfile, 'fields'> {
  if (depth >= DEPTH_LOOKED_AT || keys.length > FIELDS_LOOKED_AT) return {};
  const fields = keys.flatMap((key) => {
    const descriptor = Object.getOwnPropertyDescriptor(value, key);
    return descriptor === undefined || !('value' in descriptor)
      ? []
      : [[key, profileAt(descriptor.value, depth + 1)] as const];
  });
  return { fields: new Map(fields) };
}

function profileArray(values: readonly unknown[], depth: number): ValueProfile {
  let hasHoles = false;
  for (let i = 0; i < values.length && !hasHoles; i++) hasHoles = values[i] === undefined && !(i in values);
  const base = { kind: 'array', length: values.length, hasHoles, cloneable: true } as const;
  if (values.length === 0 || depth >= DEPTH_LOOKED_AT) return base;
  if (values.every((value) => typeof value === 'number')) {
    return {
      ...base,
      elements: { kind: 'number', numbers: profileNumbers(values as readonly number[]), cloneable: true },
    };
  }
  const stride = Math.max(1, Math.floor(values.length / OBJECTS_LOOKED_AT));
  let elements: ValueProfile | undefined;
  for (let i = 0; i < values.length; i += i < OBJECTS_LOOKED_AT ? 1 : stride) {
    const profile = profileAt(values[i], depth + 1);
    elements = elements === undefined ? profile : mergeProfiles(elements, profile);
  }
  return elements === undefined ? base : { ...base, elements };
}

type NumberProfile = NonNullable<ValueProfile['numbers']>;

/** NaN counts as no integer and takes no part in the range; of nothing but NaN the range is empty (Infinity to -Infinity). */
function profileNumbers(values: ArrayLike<number>): NumberProfile {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let allIntegers = true;
  let hasNaN = false;
  let hasNegativeZero = false;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < min) min = value;
    if (value > max) max = value;
    if (Number.isNaN(value)) hasNaN = true;
    if (allIntegers && !Number.isInteger(value)) allIntegers = false;
    if (value === 0 && Object.is(value, -0)) hasNegativeZero = true;
  }
  return { min, max, allIntegers, hasNaN, hasNegativeZero };
}

/** structuredClone loses prototypes and accessors without a word, so what comes back is compared. */
function isCloneable(value: unknown): boolean {
  try {
    return fingerprint(structuredClone(value)).text === fingerprint(value).text;
  } catch {
    return false;
  }
}

function classNameOf(value: object): string {
  const maker: unknown = (value as { constructor?: unknown }).constructor;
  return typeof maker === 'function' ? maker.name : '';
}

// Value profiles of literal arguments, so that fixtures can say what was observed without starting a process.
import type { ObserveAnswer, ValueProfile } from '../../src/engine/process/protocol.ts';

/** One answer per call, as if each call were a case that returned. */
export function profileCalls(calls: readonly (readonly unknown[])[]): readonly ObserveAnswer[] {
  return calls.map((args) => ({
    outcome: 'returned',
    firstCallMs: 1,
    laterCallMs: 1,
    argumentsMs: 0,
    returnsPromise: false,
    mutatesArguments: false,
    deterministic: true,
    arguments: args.map(profileValue),
  }));
}

function profileValue(value: unknown): ValueProfile {
  if (value === null) return { kind: 'null', cloneable: true };
  switch (typeof value) {
    case 'number':
      return { kind: 'number', numbers: profileNumbers([value]), cloneable: true };
    case 'string':
      return { kind: 'string', length: value.length, cloneable: true };
    case 'undefined':
    case 'boolean':
    case 'bigint':
      return { kind: typeof value as 'undefined' | 'boolean' | 'bigint', cloneable: true };
    case 'symbol':
    case 'function':
      return { kind: typeof value as 'symbol' | 'function', cloneable: false };
    default:
      return profileObject(value as object);
  }
}

function profileObject(value: object): ValueProfile {
  if (Array.isArray(value)) {
    const elements = value as readonly unknown[];
    const numeric = elements.length > 0 && elements.every((element) => typeof element === 'number');
    return {
      kind: 'array',
      length: elements.length,
      hasHoles: Object.keys(elements).length < elements.length,
      ...(numeric ? { numbers: profileNumbers(elements as readonly number[]) } : {}),
      ...(elements.length > 0 ? { elements: profileValue(elements[0]) } : {}),
      cloneable: true,
    };
  }
  if (ArrayBuffer.isView(value)) {
    return {
      kind: 'typed-array',
      className: value.constructor.name,
      length: (value as Uint8Array).length,
      cloneable: true,
    };
  }
  if (Object.getPrototypeOf(value) === Object.prototype) {
    return { kind: 'plain-object', keys: Object.keys(value), cloneable: true };
  }
  return { kind: 'instance', className: value.constructor.name, cloneable: false };
}

function profileNumbers(values: readonly number[]): NonNullable<ValueProfile['numbers']> {
  return {
    min: Math.min(...values),
    max: Math.max(...values),
    allIntegers: values.every(Number.isInteger),
    hasNaN: values.some(Number.isNaN),
    hasNegativeZero: values.some((value) => Object.is(value, -0)),
  };
}

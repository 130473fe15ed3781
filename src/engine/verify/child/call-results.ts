// Calls the functions that a call gave back, so that they need not be taken on trust: each with the same few arguments for both variants, on
// the object that holds it. Only what the call made is called; functions that the arguments brought along belong to the caller.
import { isNativeFunction, isObject, isTypedArray, mapEntries, objectKind, setValues } from './value-kind.ts';
import { type CallEnding, watchedCall } from './watched-call.ts';

export interface FunctionCall {
  readonly args: readonly unknown[];
  readonly ending: CallEnding;
}

export type CalledFunctions = ReadonlyMap<object, readonly FunctionCall[]>;

type AnyFunction = (...args: unknown[]) => unknown;

/** Each call is watched, and a result may hold thousands of functions. */
const mostFunctions = 8;
const mostValues = 2_000;

/** Small whole numbers, that nearly every function answers quickly; two different ones, then the first again for what it keeps. */
const firstArguments: readonly number[] = [2, 0, 2];

/** In the order in which a reader would meet them, which is the same for both variants. Stops at the first one that does not end. */
export async function callFunctionsIn(
  results: readonly unknown[],
  given: readonly unknown[],
  deadlineMs: number,
): Promise<CalledFunctions> {
  const called = new Map<object, readonly FunctionCall[]>();
  const found = functionsIn(results, new Set());
  if (found.length === 0) return called;
  const brought = new Set(functionsIn(given, new Set()).map(({ fn }) => fn));
  for (const { fn, holder } of found.filter(({ fn: one }) => !brought.has(one)).slice(0, mostFunctions)) {
    if (isNativeFunction(fn) || isClass(fn) || called.has(fn)) continue;
    const calls: FunctionCall[] = [];
    called.set(fn, calls);
    for (const args of argumentsFor(fn)) {
      const ending = await watchedCall(() => Reflect.apply(fn, holder, args), deadlineMs);
      calls.push({ args, ending });
      if (ending.kind === 'timed-out') return called;
    }
  }
  return called;
}

function argumentsFor(fn: AnyFunction): readonly (readonly unknown[])[] {
  if (fn.length === 0) return [[], []];
  return firstArguments.map((first) => Array.from({ length: fn.length }, (_, index) => first + index));
}

interface Found {
  readonly fn: AnyFunction;
  readonly holder: unknown;
}

function functionsIn(roots: readonly unknown[], seen: Set<unknown>): readonly Found[] {
  const found: Found[] = [];
  const waiting: { readonly value: unknown; readonly holder: unknown }[] = roots.map((value) => ({
    value,
    holder: undefined,
  }));
  for (let at = 0; at < waiting.length && at < mostValues; at++) {
    const { value, holder } = waiting[at] ?? { value: undefined, holder: undefined };
    if (typeof value === 'function') found.push({ fn: value as AnyFunction, holder });
    if (!isObject(value) || seen.has(value) || isTypedArray(value)) continue;
    seen.add(value);
    for (const inner of heldBy(value)) {
      if (isObject(inner) || typeof inner === 'function') waiting.push({ value: inner, holder: value });
    }
  }
  return found;
}

function heldBy(value: object): readonly unknown[] {
  switch (objectKind(value)) {
    case 'array':
      return (value as readonly unknown[]).slice(0, mostValues);
    case 'map':
      return mapEntries(value).flat();
    case 'set':
      return setValues(value);
    case 'object':
      return Reflect.ownKeys(value).map((key): unknown => Object.getOwnPropertyDescriptor(value, key)?.value);
    default:
      return [];
  }
}

function isClass(fn: AnyFunction): boolean {
  return /^class\b/.test(Function.prototype.toString.call(fn));
}

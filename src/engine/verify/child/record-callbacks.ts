// What a call does to the functions that it is handed: how often each is called, in which order, with what. A caller sees that, so it is
// compared. Every function of the arguments is replaced by a stand-in that notes its calls and passes them on.
import { isNativeFunction, isObject, objectKind } from './value-kind.ts';

interface CallbackCall {
  /** Which of the functions of the arguments, in the order in which they stand there: 'argument 2', 'argument 1.onItem'. */
  readonly callback: string;
  readonly args: readonly unknown[];
}

export interface CallbackRecord {
  readonly calls: readonly CallbackCall[];
  /** Those beyond the kept ones are only counted. */
  readonly count: number;
}

export const noCallbacks: CallbackRecord = { calls: [], count: 0 };

const keptCalls = 1_000;

/** Asked of a stand-in, it gives the function behind it. */
const original = Symbol('speedlens.original');

/** The function behind a stand-in; anything else as it is. */
export function originalOf(fn: object): object {
  return (Reflect.get(fn, original) as object | undefined) ?? fn;
}

/** Replaces functions among the arguments and in plain objects among them, in place. Built-in ones keep no record that anybody could read. */
export function recordCallbacks(lists: readonly (readonly unknown[])[]): CallbackRecord {
  const calls: CallbackCall[] = [];
  const record = { calls, count: 0 };
  const standIns = new Map<object, object>();
  const replace = (holder: object, key: PropertyKey, callback: string): void => {
    const property = Object.getOwnPropertyDescriptor(holder, key);
    const value: unknown = property?.value;
    if (typeof value !== 'function' || property?.writable !== true) return;
    if (
      originalOf(value) !== value ||
      isNativeFunction(value) ||
      /^class\b/.test(Function.prototype.toString.call(value))
    )
      return;
    const standIn =
      standIns.get(value) ??
      new Proxy(value, {
        get: (target, key, receiver): unknown => (key === original ? target : Reflect.get(target, key, receiver)),
        apply(target, receiver, args: unknown[]) {
          record.count++;
          if (calls.length < keptCalls) calls.push({ callback, args: [...args] });
          return Reflect.apply(target as (...all: unknown[]) => unknown, receiver, args) as unknown;
        },
      });
    standIns.set(value, standIn);
    Reflect.set(holder, key, standIn);
  };
  for (const list of new Set(lists)) {
    for (const [index, argument] of list.entries()) {
      const place = `argument ${index + 1}`;
      replace(list, index, place);
      if (!isObject(argument) || objectKind(argument) !== 'object') continue;
      if (Object.getPrototypeOf(argument) !== Object.prototype) continue;
      for (const key of Object.keys(argument)) replace(argument, key, `${place}.${key}`);
    }
  }
  return record;
}

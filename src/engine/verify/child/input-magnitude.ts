// The sum of the magnitudes of all finite numbers in the arguments: what a reassociated sum may be wrong by, relative to (see compare-numbers).
import type { Prepared } from './argument-source.ts';
import { isObject, isTypedArray } from './value-kind.ts';

export function inputMagnitude(calls: readonly Prepared[]): number {
  const seen = new Set<object>();
  const stack: unknown[] = calls.flatMap(({ receiver, args }) => [receiver, ...args]);
  let sum = 0;
  const add = (value: unknown): void => {
    if (typeof value === 'number') sum += Number.isFinite(value) ? Math.abs(value) : 0;
    else if (isObject(value)) stack.push(value);
  };
  while (stack.length > 0) {
    const value = stack.pop();
    if (typeof value === 'number') add(value);
    if (!isObject(value) || seen.has(value)) continue;
    seen.add(value);
    if (isTypedArray(value)) for (const element of value) add(Number(element));
    else if (Array.isArray(value)) for (const element of value as readonly unknown[]) add(element);
    else for (const key of Reflect.ownKeys(value)) add(Object.getOwnPropertyDescriptor(value, key)?.value);
  }
  return sum;
}

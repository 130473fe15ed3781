// Looks at arguments and results from outside, within bounds: a sampling process has no time to read data without end.
import { type Fingerprint, fingerprint } from '../../process/child/fingerprint.ts';

/** Numbers and characters looked at, some five milliseconds of work; a process samples for about a hundred. */
const MOST_LOOKED_AT = 100_000;
/** An object takes as long as so many numbers, and each of its properties too. */
const OBJECT = 10;
const BYTES_AS_ONE = 8;

/** The fingerprint, or undefined when there is too much to look at. */
export function boundedFingerprint(value: unknown): Fingerprint | undefined {
  return reachableObjects(value) === undefined ? undefined : fingerprint(value);
}

/**
 * Objects that can be reached from a value and can be changed: elements, properties (getters are not called), keys and values of collections.
 * Functions and prototypes are left out: sharing those between calls is what everyone does. Undefined when there is too much to look at.
 */
export function reachableObjects(root: unknown): ReadonlySet<object> | undefined {
  const found = new Set<object>();
  const pending: unknown[] = [root];
  let left = MOST_LOOKED_AT;
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value === 'string') left -= value.length;
    if (typeof value === 'object' && value !== null && !found.has(value)) {
      found.add(value);
      left -= addContent(value, pending, left);
    }
    if (left < 0) return undefined;
  }
  return found;
}

/** Answers with how much there was. */
function addContent(value: object, pending: unknown[], left: number): number {
  if (ArrayBuffer.isView(value)) {
    // Small buffers of Node are views on one common pool, which says nothing; a view on all of it is as good as the memory itself.
    if (value.byteLength === value.buffer.byteLength) pending.push(value.buffer);
    return value.byteLength / BYTES_AS_ONE;
  }
  if (value instanceof ArrayBuffer) return value.byteLength / BYTES_AS_ONE;
  if (value instanceof Map || value instanceof Set) {
    if (value.size * OBJECT > left) return left + 1;
    for (const [key, item] of value.entries()) pending.push(key, item);
  }
  if (Array.isArray(value)) {
    if (value.length > left) return left + 1;
    for (const item of value as readonly unknown[]) {
      if (typeof item === 'object' || typeof item === 'string') pending.push(item);
    }
    return value.length + OBJECT;
  }
  const keys = Reflect.ownKeys(value);
  for (const key of keys) {
    const property = Object.getOwnPropertyDescriptor(value, key);
    if (property !== undefined && 'value' in property) pending.push(property.value);
  }
  return (keys.length + 1) * OBJECT;
}

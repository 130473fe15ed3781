// Changes a value in place, a little at every level, always in the same way: what a caller may do with a result it got, or with an
// argument it passed. A candidate that hands out or keeps what it should have copied answers differently afterwards.
import { isObject, isTypedArray, objectKind } from './value-kind.ts';

/** `grows`: arrays, maps and sets may get further entries; without it every length stays as it is. */
export function disturbValue(value: unknown, grows: boolean): void {
  const seen = new Set<object>();
  const disturb = (target: unknown, depth: number): void => {
    if (!isObject(target) || seen.has(target) || depth > 4) return;
    seen.add(target);
    if (isTypedArray(target)) {
      if (target.length > 0) Reflect.set(target, 0, other(target[0]));
      return;
    }
    switch (objectKind(target)) {
      case 'array':
        disturbArray(target as unknown[], depth);
        return;
      case 'map':
        for (const item of (target as Map<unknown, unknown>).values()) disturb(item, depth + 1);
        if (grows) Map.prototype.set.call(target, 'disturbed', 1);
        return;
      case 'set':
        for (const item of target as Set<unknown>) disturb(item, depth + 1);
        if (grows) Set.prototype.add.call(target, 'disturbed');
        return;
      case 'date':
        Date.prototype.setTime.call(target, Date.prototype.getTime.call(target) + 1);
        return;
      case 'object':
        disturbProperties(target, depth);
        return;
      default:
        return;
    }
  };
  const disturbArray = (array: unknown[], depth: number): void => {
    for (const element of array.slice(0, 3)) disturb(element, depth + 1);
    if (array.length > 0 && !isObject(array[0])) Reflect.set(array, 0, other(array[0]));
    if (grows && Object.isExtensible(array)) array.push(array[0]);
  };
  const disturbProperties = (target: object, depth: number): void => {
    for (const [key, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(target)).slice(0, 12)) {
      if (isObject(descriptor.value)) disturb(descriptor.value, depth + 1);
      else if ('value' in descriptor) Reflect.set(target, key, other(descriptor.value));
    }
  };
  disturb(value, 0);
}

/** Another value of the same type. */
function other(value: unknown): unknown {
  switch (typeof value) {
    case 'number':
      return value === 3 ? 4 : 3;
    case 'bigint':
      return value + 1n;
    case 'string':
      return `y${value}x`;
    case 'boolean':
      return !value;
    default:
      return value;
  }
}

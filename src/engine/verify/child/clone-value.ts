// A deep copy that keeps what structuredClone loses: classes, null prototypes, holes, symbol and hidden properties, accessors, extra
// properties of arrays, shared structure, lastIndex, frozen objects. What cannot be copied (private fields, promises, iterators, weak
// collections) is passed on as it is and listed as a loss, so that nobody takes the copy for independent. Iterative: depth costs no stack.
import {
  type AnyTypedArray,
  boxedValue,
  hasPrivateFields,
  isObject,
  isTypedArray,
  objectKind,
  prototypeOf,
} from './value-kind.ts';

export interface Clone<T> {
  readonly value: T;
  /** One clause per sort of loss: "promises are shared with the original". Empty for an exact copy. */
  readonly losses: readonly string[];
}

export function cloneValue<T>(value: T): Clone<T> {
  const copying = new Copying();
  const copy = copying.copyOf(value);
  copying.finish();
  return { value: copy as T, losses: [...copying.losses] };
}

class Copying {
  readonly losses = new Set<string>();
  readonly #copies = new Map<object, object>();
  /** Objects whose shell exists and whose contents are still to be copied. */
  readonly #unfilled: { readonly source: object; readonly target: object }[] = [];
  /** Frozen or sealed once everything inside them is in place. */
  readonly #closed: { readonly source: object; readonly target: object }[] = [];

  copyOf(value: unknown): unknown {
    if (!isObject(value)) return value;
    const known = this.#copies.get(value);
    if (known !== undefined) return known;
    const shell = this.#shellOf(value);
    this.#copies.set(value, shell);
    if (shell === value) return value;
    if (prototypeOf(shell) !== prototypeOf(value)) Object.setPrototypeOf(shell, prototypeOf(value));
    if (hasPrivateFields(value)) this.losses.add('private fields (#name) are missing in the copy');
    this.#unfilled.push({ source: value, target: shell });
    return shell;
  }

  finish(): void {
    for (let next = this.#unfilled.pop(); next !== undefined; next = this.#unfilled.pop())
      this.#fill(next.source, next.target);
    for (const { source, target } of this.#closed) {
      if (Object.isFrozen(source)) Object.freeze(target);
      else if (Object.isSealed(source)) Object.seal(target);
      else Object.preventExtensions(target);
    }
  }

  /** An empty object with the internal slots of the source. */
  #shellOf(source: object): object {
    if (isTypedArray(source)) return this.#viewOf(source);
    switch (objectKind(source)) {
      case 'array':
        return new Array<unknown>((source as readonly unknown[]).length);
      case 'map':
        return new Map();
      case 'set':
        return new Set();
      case 'date':
        return new Date(Date.prototype.getTime.call(source));
      case 'regexp':
        return new RegExp((source as RegExp).source, (source as RegExp).flags);
      case 'error':
        return withoutOwnProperties(new Error());
      case 'boxed':
        return Object(boxedValue(source)) as object;
      case 'array-buffer':
        return (source as ArrayBuffer).slice(0);
      case 'shared-array-buffer':
        return (source as SharedArrayBuffer).slice(0);
      case 'data-view': {
        const { buffer, byteOffset, byteLength } = source as DataView;
        return new DataView(this.copyOf(buffer) as ArrayBuffer, byteOffset, byteLength);
      }
      case 'promise':
      case 'weak':
      case 'iterator':
        this.losses.add('promises, iterators and weak collections are shared with the original');
        return source;
      case 'arguments':
      case 'object':
        return {};
      case 'typed-array':
        return source;
    }
  }

  #viewOf(source: AnyTypedArray): object {
    // Node's small Buffers share one pool of 8 kB: only the part in use is copied.
    if (Buffer.isBuffer(source)) return Buffer.from(source);
    const kind = source.constructor as new (buffer: ArrayBufferLike, byteOffset: number, length: number) => object;
    return new kind(this.copyOf(source.buffer) as ArrayBufferLike, source.byteOffset, source.length);
  }

  #fill(source: object, target: object): void {
    const kind = objectKind(source);
    if (kind === 'map') {
      Map.prototype.forEach.call(source as Map<unknown, unknown>, (value, key) =>
        Map.prototype.set.call(target, this.copyOf(key), this.copyOf(value)),
      );
    }
    if (kind === 'set') {
      Set.prototype.forEach.call(source as Set<unknown>, (value) => Set.prototype.add.call(target, this.copyOf(value)));
    }
    if (kind === 'array') this.#fillElements(source as unknown[], target as unknown[]);
    for (const key of Reflect.ownKeys(source)) {
      if (isCopiedAlready(kind, key)) continue;
      const descriptor = Object.getOwnPropertyDescriptor(source, key);
      if (descriptor === undefined) continue;
      if ('value' in descriptor) descriptor.value = this.copyOf(descriptor.value);
      Object.defineProperty(target, key, descriptor);
    }
    if (!Object.isExtensible(source)) this.#closed.push({ source, target });
  }

  #fillElements(source: readonly unknown[], target: unknown[]): void {
    for (let index = 0; index < source.length; index++) {
      if (index in source) target[index] = this.copyOf(source[index]);
    }
  }
}

function isCopiedAlready(kind: string, key: PropertyKey): boolean {
  if (kind !== 'array' && kind !== 'typed-array' && kind !== 'boxed') return false;
  return key === 'length' || (typeof key === 'string' && /^(?:0|[1-9]\d*)$/.test(key) && Number(key) < 2 ** 32 - 1);
}

function withoutOwnProperties(error: Error): Error {
  for (const key of Reflect.ownKeys(error)) Reflect.deleteProperty(error, key);
  return error;
}

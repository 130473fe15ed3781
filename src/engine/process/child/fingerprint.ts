// A short text that is equal for two values of equal structure and differs, but for an accident of 1 in 2^64, for others: how a process sees
// that a call changed its arguments, or that two calls on equal inputs answered differently, without keeping copies of large data.

export interface Fingerprint {
  readonly text: string;
  /** True when there is state inside that cannot be read (closures, private fields, weak maps, promises): equal then proves nothing. */
  readonly opaque: boolean;
}

/**
 * Order of keys, prototypes, holes, -0, shared and cyclic references all count. Getters are not called: their functions are what is read.
 * Two interleaved 32-bit multiplicative hashes over float64 words and UTF-16 units; not cryptographic.
 */
export function fingerprint(value: unknown): Fingerprint {
  const walk = new FingerprintWalk();
  walk.add(value);
  return { text: walk.text(), opaque: walk.opaque };
}

const LONG_ARRAY = 1000;

class FingerprintWalk {
  opaque = false;
  #first = 0x811c9dc5;
  #second = 0x9e3779b9;
  readonly #seen = new Map<object, number>();
  readonly #float = new Float64Array(1);
  readonly #words = new Uint32Array(this.#float.buffer);

  text(): string {
    return `${(this.#first >>> 0).toString(16)}.${(this.#second >>> 0).toString(16)}.${this.#seen.size}`;
  }

  add(root: unknown): void {
    // An explicit stack: a linked list of a million nodes must not overflow ours. Reversed pushes keep the order of the text.
    const pending: unknown[] = [root];
    while (pending.length > 0) this.#visit(pending.pop(), pending);
  }

  #visit(value: unknown, pending: unknown[]): void {
    switch (typeof value) {
      case 'number':
        this.#tag(1);
        this.#number(value);
        return;
      case 'string':
        this.#tag(2);
        this.#string(value);
        return;
      case 'boolean':
        this.#tag(value ? 3 : 4);
        return;
      case 'undefined':
        this.#tag(5);
        return;
      case 'bigint':
        this.#tag(6);
        this.#string(value.toString(16));
        return;
      case 'symbol':
        this.#tag(7);
        this.#string(value.toString());
        return;
      case 'function':
      case 'object':
        if (value === null) this.#tag(8);
        else this.#object(value, pending);
        return;
    }
  }

  #object(value: object, pending: unknown[]): void {
    const before = this.#seen.get(value);
    if (before !== undefined) {
      this.#tag(9);
      this.#word(before);
      return;
    }
    this.#seen.set(value, this.#seen.size);
    this.#tag(10);
    const children: unknown[] = [];
    this.#content(value, children);
    this.#properties(value, children);
    for (let i = children.length - 1; i >= 0; i--) pending.push(children[i]);
  }

  /** What is in internal slots, by kind. */
  #content(value: object, children: unknown[]): void {
    const tag = Object.prototype.toString.call(value);
    this.#string(tag);
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== null) this.#string(className(value));
    if (typeof value === 'function') {
      this.#string(Function.prototype.toString.call(value));
      this.opaque = true;
    } else if (ArrayBuffer.isView(value)) {
      this.#bytes(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    } else if (value instanceof ArrayBuffer || isShared(value)) {
      this.#bytes(new Uint8Array(value));
    } else if (value instanceof Map) {
      for (const [key, item] of Map.prototype.entries.call(value)) children.push(key, item);
    } else if (value instanceof Set) {
      for (const item of Set.prototype.values.call(value)) children.push(item);
    } else if (value instanceof Date) {
      this.#number(Date.prototype.getTime.call(value));
    } else if (value instanceof RegExp) {
      this.#string(`${value.source}/${value.flags}`);
      this.#number(value.lastIndex);
    } else if (value instanceof Number || value instanceof String || value instanceof Boolean) {
      children.push(value.valueOf());
    } else if (hidesState(value, tag)) {
      this.opaque = true;
    }
  }

  #properties(value: object, children: unknown[]): void {
    if (Array.isArray(value)) {
      this.#word(value.length);
      // Dense numbers are most of what is passed in: they are hashed in place.
      for (let i = 0; i < value.length; i++) {
        const item: unknown = value[i];
        if (typeof item === 'number') this.#number(item);
        else if (item === undefined && !(i in value)) this.#tag(11);
        else {
          this.#tag(12);
          children.push(item);
        }
      }
      // Listing the keys of a long array takes far longer than reading it; named properties on one are not looked for.
      if (value.length > LONG_ARRAY) return;
    }
    if (ArrayBuffer.isView(value)) return;
    for (const key of Reflect.ownKeys(value)) {
      if (typeof value === 'function' && (key === 'prototype' || key === 'arguments' || key === 'caller')) continue;
      const property = Object.getOwnPropertyDescriptor(value, key);
      if (property === undefined || (Array.isArray(value) && typeof key === 'string' && /^\d+$/.test(key))) continue;
      this.#string(String(key));
      this.#word(
        (property.enumerable === true ? 1 : 0) +
          (property.writable === true ? 2 : 0) +
          (property.configurable === true ? 4 : 0),
      );
      // The stack of an error differs from call site to call site and says nothing about the value.
      if (value instanceof Error && key === 'stack') continue;
      children.push('value' in property ? property.value : [property.get, property.set]);
    }
  }

  #tag(tag: number): void {
    this.#word(tag ^ 0x5bd1e995);
  }

  #number(value: number): void {
    // Every NaN is one NaN to JavaScript, whatever its bits.
    this.#float[0] = Number.isNaN(value) ? Number.NaN : value;
    this.#word(this.#words[0] as number);
    this.#word(this.#words[1] as number);
  }

  #string(value: string): void {
    this.#word(value.length);
    for (let i = 0; i < value.length; i++) this.#word(value.charCodeAt(i));
  }

  #bytes(bytes: Uint8Array): void {
    this.#word(bytes.length);
    for (let i = 0; i < bytes.length; i++) this.#word(bytes[i] as number);
  }

  #word(word: number): void {
    const first = Math.imul(this.#first ^ word, 0x01000193);
    this.#first = first ^ (first >>> 15);
    const second = Math.imul(this.#second ^ word, 0x85ebca6b);
    this.#second = second ^ (second >>> 13);
  }
}

function className(value: object): string {
  const maker: unknown = (value as { constructor?: unknown }).constructor;
  return typeof maker === 'function' ? maker.name : '';
}

function isShared(value: object): value is ArrayBuffer {
  return typeof SharedArrayBuffer === 'function' && value instanceof SharedArrayBuffer;
}

const READABLE_TAGS = ['[object Object]', '[object Array]', '[object Error]', '[object Arguments]'];

/** Objects whose state cannot be seen from outside: built-ins with slots that are not read above, and classes with private fields. */
function hidesState(value: object, tag: string): boolean {
  if (!READABLE_TAGS.includes(tag)) return true;
  for (let at: unknown = value; typeof at === 'object' && at !== null; at = Object.getPrototypeOf(at)) {
    const own = Object.getOwnPropertyDescriptor(at, 'constructor')?.value as unknown;
    if (typeof own !== 'function' || own === Object || own === Array) continue;
    const text = Function.prototype.toString.call(own);
    if (/\[native code\]/.test(text)) continue;
    // Private fields, compiled private fields, and everything that a constructor function keeps in its closure.
    if (!text.startsWith('class') || /#|__private|WeakMap|WeakSet/.test(text)) return true;
  }
  return false;
}

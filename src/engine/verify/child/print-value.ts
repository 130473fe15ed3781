// Values as JavaScript that can be pasted into a test. Shared objects and cycles become named constants in front, so that a
// counterexample like f(a, a) stays one. Long values are elided with a comment that says how much is missing.
import {
  boxedValue,
  className,
  isNativeFunction,
  isObject,
  isTypedArray,
  mapEntries,
  objectKind,
  prototypeOf,
  setValues,
  typedArrayName,
} from './value-kind.ts';

export interface PrintLimits {
  /** Elements of one array, map, set or object before the rest is elided. */
  readonly elements: number;
  readonly depth: number;
  /** UTF-16 units of one string. */
  readonly characters: number;
}

export const readableLimits: PrintLimits = { elements: 40, depth: 8, characters: 400 };

export function printValue(value: unknown, limits: PrintLimits = readableLimits): string {
  const printing = new Printing(limits, repeatedObjects(value, limits));
  const body = printing.print(value, 0);
  if (printing.declarations.length === 0) return body;
  return `(() => { ${printing.declarations.join(' ')} return ${body}; })()`;
}

class Printing {
  readonly declarations: string[] = [];
  readonly #limits: PrintLimits;
  readonly #repeated: ReadonlySet<object>;
  readonly #names = new Map<object, string>();
  readonly #open = new Set<object>();

  constructor(limits: PrintLimits, repeated: ReadonlySet<object>) {
    this.#limits = limits;
    this.#repeated = repeated;
  }

  print(value: unknown, depth: number): string {
    switch (typeof value) {
      case 'number':
        return Object.is(value, -0) ? '-0' : String(value);
      case 'bigint':
        return `${value}n`;
      case 'string':
        return this.#string(value);
      case 'symbol':
        return printSymbol(value);
      case 'function':
        return printFunction(value);
      case 'object':
        return value === null ? 'null' : this.#reference(value, depth);
      default:
        return String(value);
    }
  }

  #reference(value: object, depth: number): string {
    const name = this.#names.get(value);
    if (name !== undefined && !this.#open.has(value)) return name;
    if (this.#open.has(value)) return '/* cycle: an object that encloses this one */ null';
    if (!this.#repeated.has(value)) return this.#object(value, depth);
    const fresh = `shared${this.#names.size + 1}`;
    this.#names.set(value, fresh);
    const text = this.#object(value, depth);
    this.declarations.push(`const ${fresh} = ${text};`);
    return fresh;
  }

  #object(value: object, depth: number): string {
    if (depth >= this.#limits.depth) return `/* ${className(value) ?? 'object'}, too deep to print */ null`;
    this.#open.add(value);
    const text = this.#contents(value, depth + 1);
    this.#open.delete(value);
    return text;
  }

  #contents(value: object, depth: number): string {
    if (isTypedArray(value)) return this.#typedArray(value, depth);
    switch (objectKind(value)) {
      case 'array':
        return this.#withExtras(value, ofItsClass(value, this.#array(value as unknown[], depth)), depth);
      case 'map':
        return `new Map([${this.#list(mapEntries(value), depth)}])`;
      case 'set':
        return `new Set([${this.#list(setValues(value), depth)}])`;
      case 'date':
        return `new Date(${this.print(Date.prototype.getTime.call(value), depth)})`;
      case 'regexp':
        return this.#regexp(value as RegExp);
      case 'error':
        return this.#error(value as Error, depth);
      case 'boxed':
        return `Object(${this.print(boxedValue(value), depth)})`;
      case 'array-buffer':
        return `new Uint8Array([${this.#list([...new Uint8Array(value as ArrayBuffer)], depth)}]).buffer`;
      case 'promise':
        return '/* promise */ Promise.resolve()';
      case 'shared-array-buffer':
      case 'data-view':
      case 'weak':
      case 'iterator':
        return `/* ${className(value) ?? 'iterator'} */ null`;
      case 'arguments':
      case 'object':
      case 'typed-array':
        return this.#plainObject(value, depth);
    }
  }

  #string(text: string): string {
    const rest = text.length - this.#limits.characters;
    const quoted = (part: string): string =>
      JSON.stringify(part)
        .replace(/\u2028/g, '\\u2028')
        .replace(/\u2029/g, '\\u2029');
    return rest <= 0
      ? quoted(text)
      : `${quoted(text.slice(0, this.#limits.characters))} /* and ${rest} more characters */`;
  }

  #array(array: readonly unknown[], depth: number): string {
    const shown = Math.min(array.length, this.#limits.elements);
    const parts: string[] = [];
    for (let index = 0; index < shown; index++) parts.push(index in array ? this.print(array[index], depth) : '');
    const rest = array.length - shown;
    const trailingHole = rest === 0 && array.length > 0 && !(array.length - 1 in array) ? ',' : '';
    return `[${parts.join(', ')}${trailingHole}${elided(rest, shown)}]`;
  }

  #list(values: readonly unknown[], depth: number): string {
    const shown = values.slice(0, this.#limits.elements);
    return `${shown.map((value) => this.print(value, depth)).join(', ')}${elided(values.length - shown.length, shown.length)}`;
  }

  #typedArray(value: ArrayLike<unknown> & ArrayBufferView, depth: number): string {
    const list = this.#list(Array.prototype.slice.call(value, 0, this.#limits.elements), depth);
    const rest = elided(value.length - this.#limits.elements, this.#limits.elements);
    const name = typedArrayName(value);
    return name === 'Buffer' ? `Buffer.from([${list}${rest}])` : `new ${name}([${list}${rest}])`;
  }

  #regexp(value: RegExp): string {
    const text = `/${value.source}/${value.flags}`;
    return value.lastIndex === 0 ? text : `Object.assign(${text}, { lastIndex: ${value.lastIndex} })`;
  }

  #error(value: Error, depth: number): string {
    const name = className(value) ?? 'Error';
    const known = isNativeFunction(Reflect.get(globalThis, name)) ? name : `/* ${name} */ Error`;
    const code: unknown = Reflect.get(value, 'code');
    const text = `new ${known}(${this.#string(String(value.message))})`;
    return code === undefined ? text : `Object.assign(${text}, { code: ${this.print(code, depth)} })`;
  }

  #plainObject(value: object, depth: number): string {
    const members = this.#members(value, Reflect.ownKeys(value), depth);
    const prototype = prototypeOf(value);
    if (prototype === null) return `{ ${['__proto__: null', ...members].join(', ')} }`;
    const text = members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
    const name = className(value);
    return name === undefined ? text : `/* ${name} */ ${text}`;
  }

  #withExtras(value: object, text: string, depth: number): string {
    if ((value as ArrayLike<unknown>).length > 10_000) return text;
    const keys = Reflect.ownKeys(value).filter((key) => key !== 'length' && !/^\d+$/.test(String(key)));
    return keys.length === 0 ? text : `Object.assign(${text}, { ${this.#members(value, keys, depth).join(', ')} })`;
  }

  #members(value: object, keys: readonly PropertyKey[], depth: number): readonly string[] {
    const members = keys.slice(0, this.#limits.elements).map((key) => {
      const descriptor = Object.getOwnPropertyDescriptor(value, key);
      const content = descriptor?.get ? '/* getter */ undefined' : this.print(descriptor?.value, depth);
      return `${printKey(key)}: ${content}`;
    });
    const rest = keys.length - members.length;
    return rest > 0 ? [...members, `/* and ${rest} more */`] : members;
  }
}

function elided(rest: number, shown: number): string {
  if (rest <= 0) return '';
  return shown === 0 ? `/* ${rest} elements */` : ` /* and ${rest} more */`;
}

function printKey(key: PropertyKey): string {
  if (typeof key === 'symbol') return `[${printSymbol(key)}]`;
  const text = String(key);
  if (text === '__proto__') return '["__proto__"]';
  return /^(?:[A-Za-z_$][\w$]*|0|[1-9]\d{0,14})$/.test(text) ? text : JSON.stringify(text);
}

function printSymbol(value: symbol): string {
  const registered = Symbol.keyFor(value);
  if (registered !== undefined) return `Symbol.for(${JSON.stringify(registered)})`;
  const description = value.description ?? '';
  if (/^Symbol\.\w+$/.test(description) && Reflect.get(Symbol, description.slice(7)) === value) return description;
  return `Symbol(${description === '' ? '' : JSON.stringify(description)})`;
}

/** A global by its name, a short function by its source text, any other by a comment. */
function printFunction(value: object): string {
  const name = String((value as { readonly name?: unknown }).name ?? '');
  if (name !== '' && Reflect.get(globalThis, name) === value) return name;
  const source = Function.prototype.toString.call(value);
  const isExpression = /^(?:async\s+)?(?:function\b|\(|[A-Za-z_$][\w$]*\s*=>)/.test(source);
  if (source.length <= 120 && isExpression && !isNativeFunction(value)) return source.replace(/\s+/g, ' ');
  return `/* function ${name === '' ? 'without a name' : name} */ () => {}`;
}

/** Objects that stand in two places, outermost first; walked no further than the limits print. */
function repeatedObjects(root: unknown, limits: PrintLimits): ReadonlySet<object> {
  const seen = new Set<object>();
  const repeated = new Set<object>();
  const visit = (value: unknown, depth: number): void => {
    if (!isObject(value) || depth > limits.depth) return;
    if (seen.has(value)) {
      repeated.add(value);
      return;
    }
    seen.add(value);
    if (isTypedArray(value)) return;
    const kind = objectKind(value);
    const inside: unknown[] = [];
    if (kind === 'array') inside.push(...(value as unknown[]).slice(0, limits.elements));
    else if (kind === 'map') inside.push(...mapEntries(value).flat());
    else if (kind === 'set') inside.push(...setValues(value));
    else
      for (const key of Reflect.ownKeys(value).slice(0, limits.elements))
        inside.push(Object.getOwnPropertyDescriptor(value, key)?.value);
    for (const item of inside.slice(0, 2 * limits.elements)) visit(item, depth + 1);
  };
  visit(root, 0);
  return repeated;
}

/** What a class of its own adds to arrays is left out: what counts here is that `map` and its like give such a list again. */
function ofItsClass(array: object, text: string): string {
  const name = prototypeOf(array) === Array.prototype ? undefined : className(array);
  return name === undefined || name === 'Array' ? text : `(class ${name} extends Array {}).from(${text})`;
}

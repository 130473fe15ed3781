import { describe, expect, it } from 'vitest';
import { captureHidden } from '../../../src/engine/verify/child/capture-hidden.ts';
import { exactNumbers, type NumberRule } from '../../../src/engine/verify/child/compare-numbers.ts';
import { type Difference, firstDifference } from '../../../src/engine/verify/child/compare-values.ts';
import { rootPath } from '../../../src/engine/verify/child/value-path.ts';
import { hole, sparse } from './sparse.ts';

async function difference(
  expected: unknown,
  actual: unknown,
  numbers: NumberRule = exactNumbers,
  notes: string[] = [],
): Promise<Difference | undefined> {
  return firstDifference([{ path: rootPath('result'), expected, actual }], {
    numbers,
    expectedHidden: await captureHidden([expected], 50),
    actualHidden: await captureHidden([actual], 50),
    onUncompared: (what) => notes.push(what),
  });
}

/** A class of the user's as a bundle defines it: twice, once per variant. */
function bundledPoint(): new (x: number) => object {
  class Point {
    x: number;
    constructor(x: number) {
      this.x = x;
    }
    norm(): number {
      return Math.abs(this.x);
    }
  }
  return Point;
}

function bundledOther(what: 'members' | 'name'): new (x: number) => object {
  class Point {
    x: number;
    constructor(x: number) {
      this.x = x;
    }
    [what === 'members' ? 'other' : 'norm'](): number {
      return 0;
    }
  }
  if (what === 'name') Object.defineProperty(Point, 'name', { value: 'Vector' });
  return Point;
}

function with_<T extends object>(target: T, extra: object): T {
  return Object.assign(target, extra);
}

function withLastIndex(pattern: RegExp, lastIndex: number): RegExp {
  pattern.lastIndex = lastIndex;
  return pattern;
}

function shared(): unknown {
  const row = [1];
  return [row, row];
}

function cycle(length: number): unknown {
  const first: { next?: unknown } = {};
  let last = first;
  for (let index = 1; index < length; index++) {
    const next = {};
    last.next = next;
    last = next;
  }
  last.next = first;
  return first;
}

class Hidden {
  readonly #value: number;
  constructor(value: number) {
    this.#value = value;
  }
  get value(): number {
    return this.#value;
  }
}

class Bag {
  readonly #items: number[];
  constructor(...items: number[]) {
    this.#items = items;
  }
  [Symbol.iterator](): Iterator<number> {
    return this.#items.values();
  }
}

const views = (kind: 'shared' | 'apart'): unknown => {
  const buffer = new ArrayBuffer(16);
  return [new Float64Array(buffer, 0, 1), kind === 'shared' ? new Float64Array(buffer, 0, 1) : new Float64Array(1)];
};

const deep = (depth: number, end: unknown): unknown => {
  let value = end;
  for (let index = 0; index < depth; index++) value = [value];
  return value;
};

async function* values(...items: number[]): AsyncGenerator<number> {
  yield* items;
}

function* generated(...items: number[]): Generator<number> {
  yield* items;
}

const million = (last: unknown): unknown[] => [...new Array<unknown>(20_000).fill(1.5), last];

/** Pairs that must differ, with the path of the difference. Each is checked in both directions. */
const different: readonly (readonly [string, () => unknown, () => unknown, string?])[] = [
  ['numbers', () => 1, () => 2, 'result'],
  ['0 and -0', () => 0, () => -0, 'result'],
  ['NaN and undefined', () => Number.NaN, () => undefined],
  ['a number and its text', () => 1, () => '1'],
  ['a number and a bigint', () => 1, () => 1n],
  ['null and undefined', () => null, () => undefined],
  ['true and 1', () => true, () => 1],
  ['the last bit of a double', () => 0.1 + 0.2, () => 0.3],
  ['strings that look the same', () => 'é', () => 'e\u0301'],
  ['symbols by their text', () => Symbol('a'), () => Symbol('b')],
  ['a registered symbol and one of the module', () => Symbol.for('a'), () => Symbol('a')],
  ['elements', () => [1, 2, 3], () => [1, 2, 4], 'result[2]'],
  ['lengths', () => [1, 2], () => [1, 2, 3], 'result.length'],
  ['a hole and undefined', () => sparse(1, hole, 3), () => [1, undefined, 3], 'result[1]'],
  ['a trailing hole and a shorter array', () => sparse(1, hole), () => [1]],
  ['-0 in an array', () => [0], () => [-0], 'result[0]'],
  ['an extra property of an array', () => with_([1], { total: 1 }), () => [1], 'result'],
  ['an extra property of a long array', () => with_(million(1), { total: 1 }), () => million(1), 'result'],
  ['the last of many elements', () => million(1), () => million(2), 'result[20000]'],
  ['a typed array and an array', () => new Float64Array([1]), () => [1], 'result'],
  ['kinds of typed arrays', () => new Float64Array([1]), () => new Float32Array([1])],
  ['clamped and plain bytes', () => new Uint8ClampedArray([1]), () => new Uint8Array([1])],
  ['a Buffer and bytes', () => Buffer.from([1]), () => new Uint8Array([1])],
  ['NaN in typed arrays', () => new Float64Array([Number.NaN]), () => new Float64Array([0]), 'result[0]'],
  ['-0 in typed arrays', () => new Float64Array([-0]), () => new Float64Array([0]), 'result[0]'],
  ['views of one buffer and of two', () => views('shared'), () => views('apart'), 'result[1]'],
  ['array buffers', () => new Uint8Array([1, 2]).buffer, () => new Uint8Array([1, 3]).buffer],
  ['data views', () => new DataView(new Uint8Array([1]).buffer), () => new DataView(new Uint8Array([2]).buffer)],
  ['array buffer and shared array buffer', () => new ArrayBuffer(1), () => new SharedArrayBuffer(1)],
  ['properties', () => ({ a: 1 }), () => ({ a: 2 }), 'result.a'],
  ['a missing property and undefined', () => ({ a: undefined }), () => ({}), 'result'],
  ['the order of keys', () => ({ a: 1, b: 2 }), () => ({ b: 2, a: 1 }), 'result'],
  ['symbol keys', () => ({ [Symbol('k')]: 1 }), () => ({ [Symbol('k')]: 2 }), 'result[Symbol(k)]'],
  ['hidden properties', () => Object.defineProperty({}, 'a', { value: 1, enumerable: false }), () => ({ a: 1 })],
  [
    'read-only properties',
    () => Object.defineProperty({}, 'a', { value: 1, enumerable: true, configurable: true }),
    () => ({ a: 1 }),
  ],
  [
    'a getter and a value',
    () => ({
      get a() {
        return 1;
      },
    }),
    () => ({ a: 1 }),
  ],
  [
    'what getters give',
    () => ({
      get a() {
        return 1;
      },
    }),
    () => ({
      get a() {
        return 2;
      },
    }),
    'result.a',
  ],
  ['frozen and open', () => Object.freeze({ a: 1 }), () => ({ a: 1 }), 'result'],
  ['sealed and frozen', () => Object.seal([1]), () => Object.freeze([1])],
  ['a null prototype', () => Object.create(null), () => ({}), 'result'],
  ['an instance and a plain object', () => new (bundledPoint())(1), () => ({ x: 1 }), 'result'],
  ['fields of instances', () => new (bundledPoint())(1), () => new (bundledPoint())(2), 'result.x'],
  ['classes of other names', () => new (bundledPoint())(1), () => new (bundledOther('name'))(1), 'result'],
  ['classes with other members', () => new (bundledPoint())(1), () => new (bundledOther('members'))(1), 'result'],
  ['array and subclass', () => [1], () => new (class List extends Array<number> {})(1)],
  ['private fields behind a getter', () => new Hidden(1), () => new Hidden(2), 'result.value'],
  ['map values', () => new Map([['a', 1]]), () => new Map([['a', 2]])],
  [
    'map order',
    () =>
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
    () =>
      new Map([
        ['b', 2],
        ['a', 1],
      ]),
  ],
  ['map sizes', () => new Map(), () => new Map([[1, 1]]), 'result.size'],
  ['a map and a set', () => new Map(), () => new Set()],
  ['set order', () => new Set([1, 2]), () => new Set([2, 1])],
  ['set members', () => new Set([[1]]), () => new Set([[2]])],
  ['dates', () => new Date(1), () => new Date(2)],
  ['private fields behind an iterator', () => new Bag(1), () => new Bag(2)],
  ['an invalid date', () => new Date(Number.NaN), () => new Date(0)],
  ['a date and its number', () => new Date(1), () => 1],
  ['patterns', () => /a/, () => /b/],
  ['flags', () => /a/g, () => /a/],
  ['lastIndex', () => withLastIndex(/a/g, 1), () => /a/g, 'result.lastIndex'],
  ['error messages', () => new Error('a'), () => new Error('b'), 'result.message'],
  ['error classes', () => new RangeError('a'), () => new TypeError('a')],
  ['error names', () => with_(new Error('a'), { name: 'X' }), () => new Error('a'), 'result.name'],
  [
    'error codes',
    () => with_(new Error('a'), { code: 'E1' }),
    () => with_(new Error('a'), { code: 'E2' }),
    'result.code',
  ],
  ['causes', () => new Error('a', { cause: 1 }), () => new Error('a', { cause: 2 }), 'result.cause'],
  ['errors of an aggregate', () => new AggregateError([1]), () => new AggregateError([2])],
  ['an error and its message', () => new Error('a'), () => 'a'],
  ['boxed values', () => Object(1), () => Object(2)],
  ['boxed and plain', () => Object(1), () => 1],
  ['a shared row and two equal rows', shared, () => [[1], [1]], 'result[1]'],
  ['cycles of other lengths', () => cycle(2), () => cycle(3)],
  ['a cycle and an end', () => cycle(1), () => ({ next: {} })],
  ['promised values', () => Promise.resolve(1), () => Promise.resolve(2)],
  ['a promise and its value', () => Promise.resolve(1), () => 1],
  ['fulfilled and rejected', () => Promise.resolve(1), () => rejected(1)],
  ['promises in a list', () => [Promise.resolve([1])], () => [Promise.resolve([2])]],
  ['generated values', () => generated(1, 2), () => generated(1, 3)],
  ['values of async generators', () => values(1, 2), () => values(1)],
  ['iterators of arrays', () => [1, 2].values(), () => [1, 3].values()],
  ['a function and an object', () => () => 1, () => ({})],
  ['two built-in functions', () => Math.max, () => Math.min],
  ['a built-in function and one of the user', () => Math.max, () => (a: number) => a],
  ['addresses', () => new URL('http://a/'), () => new URL('http://b/')],
  ['headers', () => new Headers({ a: '1' }), () => new Headers({ a: '2' })],
  ['the end of a very deep list', () => deep(20_000, 1), () => deep(20_000, 2)],
];

function rejected(value: unknown): Promise<never> {
  const promise = Promise.reject(value);
  promise.catch(() => {});
  return promise as Promise<never>;
}

const same: readonly (readonly [string, () => unknown, () => unknown])[] = [
  ['NaN', () => Number.NaN, () => Number.NaN],
  ['-0', () => -0, () => -0],
  ['symbols of two bundles', () => Symbol('a'), () => Symbol('a')],
  [
    'nested data',
    () => ({ a: sparse(1, { b: 'x' }, hole, undefined) }),
    () => ({ a: sparse(1, { b: 'x' }, hole, undefined) }),
  ],
  ['instances of one class in two bundles', () => new (bundledPoint())(1), () => new (bundledPoint())(1)],
  ['shared rows', shared, shared],
  ['cycles', () => cycle(3), () => cycle(3)],
  ['maps with object keys', () => new Map([[{ a: 1 }, [1]]]), () => new Map([[{ a: 1 }, [1]]])],
  ['errors thrown at other places', () => new TypeError('a'), () => new TypeError('a')],
  ['functions of two bundles', () => () => 1, () => () => 1],
  ['bound functions of two bundles', () => (() => 1).bind(null), () => (() => 1).bind(null)],
  ['promises', () => Promise.resolve([1]), () => Promise.resolve([1])],
  ['rejections', () => rejected(new Error('a')), () => rejected(new Error('a'))],
  ['generators', () => generated(1, 2), () => generated(1, 2)],
  ['pooled buffers', () => [Buffer.from('ab'), Buffer.from('cd')], () => [Buffer.from('ab'), Buffer.from('cd')]],
  ['typed arrays', () => new Int32Array([1, 2]), () => new Int32Array([1, 2])],
  ['long arrays', () => million(1), () => million(1)],
  ['a very deep list', () => deep(20_000, 1), () => deep(20_000, 1)],
  ['frozen lists', () => Object.freeze([1]), () => Object.freeze([1])],
];

describe('firstDifference', () => {
  for (const [what, expected, actual, path] of different) {
    it(`tells ${what} apart, in both directions`, async () => {
      const found = await difference(expected(), actual());
      expect(found).toBeDefined();
      if (path !== undefined) expect(found?.path).toBe(path);
      expect(await difference(actual(), expected())).toBeDefined();
    });
  }

  for (const [what, expected, actual] of same) {
    it(`takes ${what} to be the same`, async () => {
      expect(await difference(expected(), actual())).toBeUndefined();
    });
  }

  it('says what it took on trust', async () => {
    const notes: string[] = [];
    await difference(
      [() => 1, new WeakMap(), new Hidden(1)],
      [() => 2, new WeakMap(), new Hidden(1)],
      exactNumbers,
      notes,
    );
    expect(notes.join('; ')).toMatch(/functions.*weak collections.*private state/);
  });

  it('names the place where an object is shared', async () => {
    const found = await difference(shared(), [[1], [1]]);
    expect(found?.aspect).toEqual({ expected: 'the same object as result[0]', actual: 'an object of its own' });
  });

  it('allows a declared tolerance, relative to the result or to the inputs, and no more', async () => {
    const rule: NumberRule = { tolerance: 1e-12, inputMagnitude: 100 };
    expect(await difference([1, 1e-15], [1 + 1e-13, 5e-11], rule)).toBeUndefined();
    expect(await difference(1, 1 + 1e-9, { tolerance: 1e-12, inputMagnitude: 1 })).toBeDefined();
    expect(await difference(1, Number.NaN, rule)).toBeDefined();
    expect(await difference(Number.POSITIVE_INFINITY, 1e308, rule)).toBeDefined();
    expect(await difference(new Float64Array([1]), new Float64Array([1 + 1e-13]), rule)).toBeUndefined();
  });
});

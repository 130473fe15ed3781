// Every row is a signature as people write them: inputs are generated, evaluated at several sizes, and looked at.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputsEntry } from '../../../src/model/variant.ts';
import { evaluateEntry, evaluateModule, seeded, Workbench } from './workbench.ts';

type Check = (args: readonly unknown[], size: number) => void;

interface Row {
  readonly title: string;
  readonly text: string;
  /** 1-based line of the subject; 1 when absent. */
  readonly line?: number;
  readonly file?: string;
  readonly sizes?: readonly number[];
  readonly check: Check;
}

const isNumbers = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item) => typeof item === 'number' && Number.isFinite(item));
const isWhole = (value: unknown): boolean => Array.isArray(value) && value.every((item) => Number.isInteger(item));
const isStrings = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string');
const lengthOf = (value: unknown): number => (value as { length: number }).length;

const typed: readonly Row[] = [
  {
    title: 'a list of numbers has n of them',
    text: 'export function sum(values: number[]): number { return values.length; }',
    check: ([values], size) => {
      expect(lengthOf(values)).toBe(size);
      expect(isNumbers(values)).toBe(true);
    },
  },
  {
    title: 'numbers that are used as whole ones are whole',
    text: 'export function odd(values: number[]): number { return values.filter((value) => value % 2 === 1).length; }',
    check: ([values]) => expect(isWhole(values)).toBe(true),
  },
  {
    title: 'two matrices are square and of one size, and three loops deep get small sizes',
    text: 'export function matmul(a: number[][], b: number[][]) { for (const x of a) for (const y of b) for (const z of y) void [x, z]; return a; }',
    sizes: [16, 48, 128],
    check: ([a, b], size) => {
      for (const matrix of [a, b] as number[][][]) {
        expect(matrix).toHaveLength(size);
        expect(matrix.every((row) => row.length === size && isNumbers(row))).toBe(true);
      }
    },
  },
  {
    title: 'a number named n is the size itself',
    text: 'export function rangeSum(n: number): number { let total = 0; for (let i = 0; i < n; i++) total += i; return total; }',
    sizes: [100, 10_000, 1_000_000],
    check: (args, size) => expect(args).toEqual([size]),
  },
  {
    title: 'a function that calls itself twice with a step gets small sizes',
    text: 'export function fib(k: number): number { return k < 2 ? k : fib(k - 1) + fib(k - 2); }',
    sizes: [10, 18, 25],
    check: (args, size) => expect(args).toEqual([size]),
  },
  {
    title: 'an arrow that calls itself twice is recognised by its variable',
    text: 'export const ways = (stairs: number): number => (stairs < 2 ? 1 : ways(stairs - 1) + ways(stairs - 2));',
    sizes: [10, 18, 25],
    check: (args, size) => expect(args).toEqual([size]),
  },
  {
    title: 'halving recursion keeps ordinary sizes',
    text: 'export function mergeSort(items: number[]): number[] { if (items.length < 2) return items; const middle = items.length >> 1; return [...mergeSort(items.slice(0, middle)), ...mergeSort(items.slice(middle))]; }',
    sizes: [100, 1_000, 10_000],
    check: ([items], size) => expect(lengthOf(items)).toBe(size),
  },
  {
    title: 'a bound that no name gives away is the size because a loop runs to it',
    text: 'export function harmonic(thing: number): number { let s = 0; for (let i = 1; i <= thing; i++) s += 1 / i; return s; }',
    check: (args, size) => expect(args).toEqual([size]),
  },
  {
    title: 'a string alone grows with n',
    text: 'export function reversed(s: string): string { return [...s].reverse().join(""); }',
    check: ([text], size) => expect(lengthOf(text)).toBe(size),
  },
  {
    title: 'a text is made of words',
    text: 'export function count(text: string): number { return text.split(" ").length; }',
    check: ([text], size) => {
      expect(lengthOf(text)).toBe(size);
      expect(String(text)).toMatch(/[a-z]+ [a-z]+/);
    },
  },
  {
    title: 'a string beside a list is a word, and does not grow',
    text: 'export function has(words: string[], wanted: string): boolean { return words.includes(wanted); }',
    check: ([words, wanted], size) => {
      expect(lengthOf(words)).toBe(size);
      expect(isStrings(words)).toBe(true);
      expect(lengthOf(wanted)).toBeLessThan(12);
    },
  },
  {
    title: 'booleans, bigints and literals are what they say',
    text: 'export function mixed(flag: boolean, big: bigint, mode: "fast" | "slow", level: 1 | 2 | 3) { return [flag, big, mode, level]; }',
    check: ([flag, big, mode, level]) => {
      expect(typeof flag).toBe('boolean');
      expect(typeof big).toBe('bigint');
      expect(['fast', 'slow']).toContain(mode);
      expect([1, 2, 3]).toContain(level);
    },
  },
  {
    title: 'enums give one of their values',
    text: 'export enum Level { Low, Middle, High }\nexport function pick(level: Level, name: string) { return [level, name]; }',
    line: 2,
    check: ([level]) => expect([0, 1, 2]).toContain(level),
  },
  {
    title: 'records are read by the names of their properties',
    text: 'interface User { id: string; email: string; age: number; joined: Date; tags: readonly string[]; nick?: string; role: "admin" | "user" }\nexport function mean(users: User[]): number { return users.length; }',
    line: 2,
    check: ([users], size) => {
      const list = users as Record<string, unknown>[];
      expect(list).toHaveLength(size);
      for (const user of list.slice(0, 20)) {
        expect(user['email']).toMatch(/^[a-z]+@[a-z]+\.com$/);
        expect(user['age']).toBeGreaterThanOrEqual(18);
        expect(user['age']).toBeLessThan(90);
        expect(user['joined']).toBeInstanceOf(Date);
        expect(isStrings(user['tags'])).toBe(true);
        expect(['admin', 'user']).toContain(user['role']);
      }
    },
  },
  {
    title: 'discriminated unions mix their members',
    text: 'type Shape = { kind: "circle"; radius: number } | { kind: "square"; side: number };\nexport function area(shapes: Shape[]): number { return shapes.length; }',
    line: 2,
    check: ([shapes]) => {
      const kinds = new Set((shapes as { kind: string }[]).map((shape) => shape.kind));
      expect(kinds).toEqual(new Set(['circle', 'square']));
      for (const shape of shapes as { kind: string; radius?: number; side?: number }[])
        expect(typeof (shape.radius ?? shape.side)).toBe('number');
    },
  },
  {
    title: 'a recursive tree has about n nodes and comes to an end',
    text: 'export interface Tree { value: number; left?: Tree; right?: Tree }\nexport function total(tree: Tree): number { return tree.value; }',
    line: 2,
    check: ([tree], size) => {
      const count = (node: { left?: never; right?: never } | undefined): number =>
        node === undefined ? 0 : 1 + count(node.left) + count(node.right);
      const nodes = count(tree as never);
      expect(nodes).toBeGreaterThan(size / 3);
      expect(nodes).toBeLessThanOrEqual(2 * size);
    },
  },
  {
    title: 'a tree with children and a parent pointer is finite',
    text: 'export interface Folder { name: string; parent: Folder | null; children: Folder[] }\nexport function depth(folder: Folder): number { return folder.children.length; }',
    line: 2,
    check: ([folder], size) => {
      const count = (node: { children: never[] }): number =>
        1 + node.children.reduce((sum: number, child) => sum + count(child), 0);
      expect(count(folder as never)).toBeGreaterThan(1);
      expect(count(folder as never)).toBeLessThanOrEqual(2 * size);
      expect((folder as { parent: unknown }).parent).toBeNull();
    },
  },
  {
    title: 'a linked list is n long, and its sizes do not overflow the stack',
    text: 'export interface Link { value: number; next: Link | null }\nexport function length(link: Link): number { return link.value; }',
    line: 2,
    sizes: [10, 100, 1_000],
    check: ([link], size) => {
      let count = 0;
      for (let at = link as { next: never } | null; at !== null; at = at.next) count++;
      expect(count).toBe(size);
    },
  },
  {
    title: 'an expression tree of mutually recursive types ends in leaves',
    text: 'type Expr = Num | Add;\ninterface Num { kind: "num"; value: number }\ninterface Add { kind: "add"; left: Expr; right: Expr }\nexport function evaluate(e: Expr): number { return e.kind === "num" ? e.value : evaluate(e.left) + evaluate(e.right); }',
    line: 4,
    sizes: [100, 1_000, 10_000],
    check: ([tree]) => {
      const value = (e: { kind: string; value: number; left: never; right: never }): number =>
        e.kind === 'num' ? e.value : value(e.left) + value(e.right);
      expect(value(tree as never)).toBeGreaterThan(0);
    },
  },
  {
    title: 'JSON values are any of their kinds',
    text: 'type Json = string | number | boolean | null | Json[] | { [key: string]: Json };\nexport function size(json: Json): number { return JSON.stringify(json).length; }',
    line: 2,
    check: ([json], size) => expect(JSON.stringify(json).length).toBeGreaterThan(size),
  },
  {
    title: 'generics take their constraint',
    text: 'export function longest<T extends { length: number }>(items: T[]): T | undefined { return items[0]; }',
    check: ([items]) =>
      expect((items as { length: number }[]).every((item) => typeof item.length === 'number')).toBe(true),
  },
  {
    title: 'a key of a type parameter is a key of what stands in for it',
    text: 'export function groupBy<T, K extends keyof T>(items: T[], key: K) { return [items, key]; }',
    check: ([items, key]) => expect(Object.keys((items as object[])[0] ?? {})).toContain(key),
  },
  {
    title: 'typed arrays hold n of their own kind',
    text: 'export function mix(a: Float64Array, b: Uint8Array, c: BigInt64Array) { return [a, b, c]; }',
    check: ([a, b, c], size) => {
      expect(a).toBeInstanceOf(Float64Array);
      expect(b).toBeInstanceOf(Uint8Array);
      expect(c).toBeInstanceOf(BigInt64Array);
      expect([lengthOf(a), lengthOf(b), lengthOf(c)]).toEqual([size, size, size]);
      expect(new Set(b as Uint8Array).size).toBeGreaterThan(10);
    },
  },
  {
    title: 'maps, sets, dates and patterns are constructed',
    text: 'export function all(map: Map<string, number>, set: Set<string>, at: Date, pattern: RegExp) { return [map, set, at, pattern]; }',
    check: ([map, set, at, pattern]) => {
      expect(map).toBeInstanceOf(Map);
      expect((map as Map<unknown, unknown>).size).toBeGreaterThan(10);
      expect(
        [...(map as Map<unknown, unknown>)].every(
          ([key, value]) => typeof key === 'string' && typeof value === 'number',
        ),
      ).toBe(true);
      expect(isStrings([...(set as Set<unknown>)])).toBe(true);
      expect(at).toBeInstanceOf(Date);
      expect(pattern).toBeInstanceOf(RegExp);
    },
  },
  {
    title: 'dictionaries have n keys',
    text: 'export function values(table: Record<string, number>): number[] { return Object.values(table); }',
    check: ([table], size) => expect(Object.keys(table as object)).toHaveLength(size),
  },
  {
    title: 'mapped types and intersections are one record',
    text: 'type Named = { name: string }; type Sized = { width: number };\nexport function box(item: Named & Sized, part: Pick<Sized, "width">, maybe: Partial<Named>) { return [item, part, maybe]; }',
    line: 2,
    check: ([item, part]) => {
      expect(Object.keys(item as object)).toEqual(['name', 'width']);
      expect(Object.keys(part as object)).toEqual(['width']);
    },
  },
  {
    title: 'tuples have their length and their kinds',
    text: 'export function spread(pairs: [name: string, count: number][], last: readonly [boolean, ...number[]]) { return [pairs, last]; }',
    check: ([pairs, last], size) => {
      expect(pairs).toHaveLength(size);
      expect(
        (pairs as unknown[][]).every(([name, count]) => typeof name === 'string' && typeof count === 'number'),
      ).toBe(true);
      expect(typeof (last as unknown[])[0]).toBe('boolean');
      expect(isNumbers((last as unknown[]).slice(1))).toBe(true);
    },
  },
  {
    title: 'brands are their primitive, template literals follow their pattern',
    text: 'type Id = string & { readonly brand: unique symbol };\nexport function load(id: Id, width: `${number}px`) { return [id, width]; }',
    line: 2,
    check: ([id, width]) => {
      expect(typeof id).toBe('string');
      expect(width).toMatch(/^\d+px$/);
    },
  },
  {
    title: 'a mapper answers the same for the same value',
    text: 'export function mapAll(values: number[], mapper: (value: number, index: number) => number): number[] { return values.map(mapper); }',
    check: ([, mapper]) => {
      const call = mapper as (value: number) => number;
      expect(call(21)).toBe(42);
      expect(call(21)).toBe(call(21));
    },
  },
  {
    title: 'a predicate holds for some and not for others',
    text: 'export function keep(values: number[], test: (value: number) => boolean): number[] { return values.filter(test); }',
    check: ([values, test]) => {
      const kept = (values as number[]).filter(test as (value: number) => boolean).length;
      expect(kept).toBeGreaterThan(0);
      expect(kept).toBeLessThan(lengthOf(values));
    },
  },
  {
    title: 'a comparator orders',
    text: 'export function sorted(items: { age: number; name: string }[], compare: (a: { age: number; name: string }, b: { age: number; name: string }) => number) { return items.sort(compare); }',
    check: ([items, compare]) => {
      const ordered = [...(items as { age: number }[])].sort(compare as never);
      expect(ordered.every((item, index) => index === 0 || (ordered[index - 1]?.age ?? 0) <= item.age)).toBe(true);
    },
  },
  {
    title: 'a reducer adds up',
    text: 'export function fold<T, U>(items: T[], step: (total: U, item: T) => U, start: U): U { return items.reduce(step, start); }',
    check: ([items, step, start]) =>
      expect(Number.isFinite((items as number[]).reduce(step as never, start as number))).toBe(true),
  },
  {
    title: 'an asynchronous callback gives a promise',
    text: 'export async function each(ids: string[], load: (id: string) => Promise<{ id: string; count: number }>) { return Promise.all(ids.map(load)); }',
    check: ([ids, load]) => {
      expect(isStrings(ids)).toBe(true);
      expect((load as (id: string) => unknown)('a')).toBeInstanceOf(Promise);
    },
  },
  {
    title: 'rest parameters are spread',
    text: 'export function largest(first: number, ...others: number[]): number { return Math.max(first, ...others); }',
    sizes: [10, 100, 1_000],
    check: (args, size) => {
      expect(args).toHaveLength(size + 1);
      expect(isNumbers(args)).toBe(true);
    },
  },
  {
    title: 'destructured parameters are records',
    text: 'export function distance({ x, y }: { x: number; y: number }, [a, b]: [number, number]) { return x + y + a + b; }',
    check: ([point, pair]) => {
      expect(Object.keys(point as object)).toEqual(['x', 'y']);
      expect(pair).toHaveLength(2);
    },
  },
  {
    title: 'parameters with defaults are left to their defaults',
    text: 'export function pad(values: number[], width = 8, fill?: string) { return [values, width, fill]; }',
    check: (args) => expect(args).toHaveLength(1),
  },
  {
    title: 'when everything has a default, the first parameter is given',
    text: 'export function primes(limit = 100): number[] { const found = []; for (let i = 2; i < limit; i++) found.push(i); return found; }',
    check: (args, size) => expect(args).toEqual([size]),
  },
  {
    title: 'a sorted list is sorted where the function searches by halves',
    text: 'export function binarySearch(values: number[], target: number): number { return values.indexOf(target); }',
    check: ([values]) => {
      const list = values as number[];
      expect(list.every((value, index) => index === 0 || (list[index - 1] ?? 0) <= value)).toBe(true);
    },
  },
  {
    title: 'a flat list with a width and a height has room for both',
    text: 'export function blur(pixels: number[], width: number, height: number): number[] { for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) pixels[y * width + x] = 0; return pixels; }',
    check: ([pixels, width, height], size) => {
      expect([width, height]).toEqual([size, size]);
      expect(lengthOf(pixels)).toBe(size * size);
    },
  },
  {
    title: 'positions lie inside of the list',
    text: 'export function swap(items: number[], i: number, j: number) { [items[i], items[j]] = [items[j]!, items[i]!]; return items; }',
    check: ([, i, j], size) => {
      for (const index of [i, j] as number[]) expect(index >= 0 && index < size && Number.isInteger(index)).toBe(true);
    },
  },
  {
    title: 'adjacency lists name their own nodes',
    text: 'export function reach(graph: number[][], start: number): number { return graph[start]?.length ?? 0; }',
    check: ([graph, start], size) => {
      expect(graph).toHaveLength(size);
      expect((graph as number[][]).flat().every((node) => node >= 0 && node < size)).toBe(true);
      expect(start).toBe(0);
    },
  },
  {
    title: 'promises, iterables and interfaces with methods are made',
    text: 'interface Source { read(at: number): string }\nexport async function drain(late: Promise<number>, items: Iterable<string>, source: Source) { return [await late, [...items], source.read(0)]; }',
    line: 2,
    check: ([late, items, source], size) => {
      expect(late).toBeInstanceOf(Promise);
      expect([...(items as Iterable<unknown>)]).toHaveLength(size);
      expect(typeof (source as { read: (at: number) => unknown }).read(0)).toBe('string');
    },
  },
  {
    title: 'of alternatives, an argument is the one that carries data',
    text: 'export function flatten(values: number | number[], name: string | null | undefined) { return [values, name]; }',
    check: ([values, name], size) => {
      expect(lengthOf(values)).toBe(size);
      expect(typeof name).toBe('string');
    },
  },
  {
    title: 'an object that holds the list lets the list grow',
    text: 'interface Order { items: { price: number; quantity: number }[]; customer: string }\nexport function total(order: Order): number { return order.items.length; }',
    line: 2,
    check: ([order], size) => expect((order as { items: unknown[] }).items).toHaveLength(size),
  },
];

const untyped: readonly Row[] = [
  {
    title: 'indexing and arithmetic make a list of numbers',
    text: 'export function sum(xs) { let s = 0; for (let i = 0; i < xs.length; i++) s += xs[i] * 2; return s; }',
    check: ([xs], size) => {
      expect(lengthOf(xs)).toBe(size);
      expect(isNumbers(xs)).toBe(true);
    },
  },
  {
    title: 'methods of strings make a string',
    text: 'export function hash(t) { let h = 0; for (let i = 0; i < t.length; i++) h = (h * 31 + t.charCodeAt(i)) | 0; return h; }',
    check: ([text], size) => {
      expect(typeof text).toBe('string');
      expect(lengthOf(text)).toBe(size);
    },
  },
  {
    title: 'two indexes make a list of lists',
    text: 'export function trace(m) { let s = 0; for (let i = 0; i < m.length; i++) s += m[i][i] * 1; return s; }',
    check: ([m], size) => {
      expect(m).toHaveLength(size);
      expect((m as unknown[][]).every((row) => row.length === size && isNumbers(row))).toBe(true);
    },
  },
  {
    title: 'properties of elements make a list of objects',
    text: 'export function revenue(orders) { return orders.filter((o) => o.paid === true).reduce((sum, o) => sum + o.price * o.quantity, 0); }',
    check: ([orders]) => {
      const [order] = orders as Record<string, unknown>[];
      expect(typeof order?.['paid']).toBe('boolean');
      expect(typeof order?.['price']).toBe('number');
      expect(typeof order?.['quantity']).toBe('number');
    },
  },
  {
    title: 'a loop bound is the size',
    text: 'export function count(upper) { let c = 0; for (let i = 0; i < upper; i++) c++; return c; }',
    check: (args, size) => expect(args).toEqual([size]),
  },
  {
    title: 'what is called is a function',
    text: 'export function times(count, work) { const out = []; for (let i = 0; i < count; i++) out.push(work(i)); return out; }',
    check: ([count, work], size) => {
      expect(count).toBe(size);
      expect(typeof work).toBe('function');
    },
  },
  {
    title: 'elements of a list that JSDoc leaves open are no lists themselves',
    text: '/**\n * @param {Array} values\n * @param {Function} test\n */\nexport function keep(values, test) { const out = []; for (const v of values) if (test(v)) out.push(v); return out; }',
    line: 5,
    check: ([values, test], size) => {
      expect(lengthOf(values)).toBe(size);
      expect(isNumbers(values)).toBe(true);
      expect(typeof (test as (value: unknown) => unknown)(1)).toBe('boolean');
    },
  },
  {
    title: 'JSDoc types count as types',
    text: '/**\n * @param {string[]} names\n * @param {Map<string, number>} counts\n */\nexport function tally(names, counts) { return [names, counts]; }',
    line: 5,
    check: ([names, counts]) => {
      expect(isStrings(names)).toBe(true);
      expect(counts).toBeInstanceOf(Map);
    },
  },
  {
    title: 'a value is followed into the function it is passed to',
    text: 'function lengthOfAll(list) { return list.map((entry) => entry.trim().length); }\nexport function outer(list) { return lengthOfAll(list); }',
    line: 2,
    check: ([list]) => expect(isStrings(list)).toBe(true),
  },
  {
    title: 'destructured objects are read from their names',
    text: 'export function area({ width, height }) { return width * height; }',
    check: ([box]) => expect(Object.values(box as object).every((value) => typeof value === 'number')).toBe(true),
  },
  {
    title: 'a CommonJS function is read the same way',
    file: 'old.cjs',
    text: 'exports.total = function total(values) { return values.reduce((sum, value) => sum + value, 0); };',
    check: ([values], size) => expect(lengthOf(values)).toBe(size),
  },
];

describe('generated inputs', () => {
  let bench: Workbench;
  beforeAll(() => {
    bench = new Workbench();
  });
  afterAll(() => bench.remove());

  const checkRow = (row: Row, file: string): void => {
    const inputs = bench.inputs(row.file ?? file, row.text, row.line ?? 1);
    expect(inputs.origin).toBe('generated');
    const entry = evaluateEntry(inputs);
    if (row.sizes !== undefined) expect(entry.sizes).toEqual(row.sizes);
    for (const size of sizesOf(entry)) {
      row.check(argsOf(entry, size, 1), size);
      expect(describeValue(argsOf(entry, size, 7))).toBe(describeValue(argsOf(entry, size, 7)));
    }
  };

  describe('from types', () => {
    it.each(typed)('$title', (row) => checkRow(row, 'subject.ts'));
  });

  describe('from uses', () => {
    it.each(untyped)('$title', (row) => {
      checkRow(row, 'subject.js');
      if (row.line === undefined)
        expect(bench.inputs(row.file ?? 'subject.js', row.text, 1).notes.join(' ')).toContain('guessed from use');
    });
  });

  it('uses no randomness but the one it is given', () => {
    for (const row of [...typed, ...untyped]) {
      const { source } = bench.inputs(
        row.file ?? (untyped.includes(row) ? 'subject.js' : 'subject.ts'),
        row.text,
        row.line ?? 1,
      );
      expect(source.kind === 'text' ? source.text : '').not.toMatch(/Math\.random|Date\.now|new Date\(\)/);
    }
  });

  it('differs for another seed', () => {
    const entry = evaluateEntry(bench.inputs('subject.ts', typed[0]?.text ?? '', 1));
    expect(describeValue(argsOf(entry, 100, 1))).not.toBe(describeValue(argsOf(entry, 100, 2)));
  });

  describe('of methods', () => {
    const grid = [
      'export class Grid {',
      '  readonly cells: number[];',
      '  constructor(readonly width: number, readonly height: number) { this.cells = new Array(width * height).fill(0); }',
      '  fill(value: number): void { this.cells.fill(value); }',
      '  get area(): number { return this.cells.length; }',
      '  static of(n: number): Grid { return new Grid(n, n); }',
      '}',
      'class Hidden { run(n: number): number { return n; } }',
      'export const hidden = new Hidden();',
      'export abstract class Base { twice(n: number): number { return n * this.one(); } abstract one(): number; }',
      'export class Concrete extends Base { one(): number { return 1; } }',
      'export class Locked { private constructor() {} run(n: number): number { return n; } }',
      'export class Store { constructor(private readonly socket: WebSocket) {} read(n: number): number { return n + this.socket.bufferedAmount; } }',
      'export function useGrid(grid: Grid): number { return grid.cells.length; }',
      'export default class { scale(by: number): number { return by; } }',
    ].join('\n');

    class GridDouble {
      readonly given: readonly unknown[];
      constructor(...given: unknown[]) {
        this.given = given;
      }
    }

    it('the receiver is constructed as the class asks, imported from the file of the subject', () => {
      const inputs = bench.inputs('grid.ts', grid, 'Grid.fill');
      const entry = evaluateEntry(inputs, { './grid.ts': { Grid: GridDouble } });
      const receiver = entry.receiver?.(5, seeded(1));
      expect(receiver).toBeInstanceOf(GridDouble);
      expect((receiver as GridDouble).given).toEqual([5, 5]);
      expect(argsOf(entry, 5, 1)).toHaveLength(1);
      // Width times height: sizes stay small although the method has no loop of its own.
      expect(Math.max(...sizesOf(entry))).toBeLessThanOrEqual(300);
    });

    it('a getter has a receiver and no arguments', () => {
      const entry = evaluateEntry(bench.inputs('grid.ts', grid, 'Grid.area'), { './grid.ts': { Grid: GridDouble } });
      expect(argsOf(entry, 5, 1)).toEqual([]);
      expect(entry.receiver?.(5, seeded(1))).toBeInstanceOf(GridDouble);
    });

    it('a static method needs no receiver', () => {
      const entry = evaluateEntry(bench.inputs('grid.ts', grid, 'Grid.of'));
      expect(entry.receiver).toBeUndefined();
      expect(argsOf(entry, 9, 1)).toEqual([9]);
    });

    it('an instance as an argument is constructed too', () => {
      const entry = evaluateEntry(bench.inputs('grid.ts', grid, 'useGrid'), { './grid.ts': { Grid: GridDouble } });
      expect((argsOf(entry, 4, 1)[0] as GridDouble).given).toEqual([4, 4]);
    });

    it('a method of an abstract class runs on a subclass of the same file', () => {
      const entry = evaluateEntry(bench.inputs('grid.ts', grid, 'Base.twice'), {
        './grid.ts': { Concrete: GridDouble },
      });
      expect(entry.receiver?.(1, seeded(1))).toBeInstanceOf(GridDouble);
    });

    it('a method of an anonymous default class imports the default', () => {
      const entry = evaluateEntry(bench.inputs('grid.ts', grid, 'default.scale'), {
        './grid.ts': { default: GridDouble, __esModule: true },
      });
      expect(entry.receiver?.(1, seeded(1))).toBeInstanceOf(GridDouble);
    });

    it.each([
      ['Hidden.run', /`this`.*not exported/],
      ['Locked.run', /constructor is not public/],
      ['Store.read', /`this`.*constructor needs socket: WebSocket/],
    ])('%s has no inputs, and the sentence says why', (name, sentence) => {
      expect(() => bench.inputs('grid.ts', grid, name)).toThrow(sentence);
    });
  });

  describe('that are impossible', () => {
    it.each([
      [
        'a library object',
        'export function draw(size: number, canvas: CanvasRenderingContext2D) { return [size, canvas]; }',
        /parameter `canvas`.*CanvasRenderingContext2D/,
      ],
      ['a value of type never', 'export function no(value: never) { return value; }', /parameter `value`.*never/],
      [
        'a class that needs one',
        'export class Pool { constructor(readonly worker: Worker) {} }\nexport function run(pool: Pool) { return pool; }',
        /parameter `pool`.*Pool, a class whose constructor needs worker: Worker/,
      ],
      [
        'a type that contains itself without end',
        'interface Endless { value: number; next: Endless }\nexport function walk(endless: Endless) { return endless.value; }',
        /parameter `endless`.*contains itself/,
      ],
    ])('%s is named with its parameter and the reason', (_, text, sentence) => {
      const line = text.split('\n').length;
      expect(() => bench.inputs('subject.ts', text, line)).toThrow(sentence);
    });

    it('a type of a graph that refers to hundreds of others is refused at once', () => {
      const many = Array.from(
        { length: 60 },
        (_, i) =>
          `interface Node${i} { kind: ${i}; ${Array.from({ length: 12 }, (_, j) => `to${j}: Node${(i * 7 + j * 5 + 1) % 60}`).join('; ')} }`,
      );
      const text = `${many.join('\n')}\nexport function walk(node: Node0) { return node.kind; }`;
      const started = performance.now();
      expect(() => bench.inputs('subject.ts', text, many.length + 1)).toThrow(/parameter `node`/);
      expect(performance.now() - started).toBeLessThan(20_000);
    });

    it('a plain parameter whose use says nothing is named', () => {
      expect(() => bench.inputs('subject.js', 'export function keep(thing) { return { thing }; }', 1)).toThrow(
        /parameter `thing`.*has no type/,
      );
    });

    it('the failure says what to do next', () => {
      const failure = (() => {
        try {
          bench.inputs('subject.ts', 'export function no(value: never) { return value; }', 1);
        } catch (thrown) {
          return thrown as { code: string; nextStep: string; exitStatus: number };
        }
        return undefined;
      })();
      expect(failure?.code).toBe('no-inputs');
      expect(failure?.exitStatus).toBe(3);
      expect(failure?.nextStep).toContain('subject.inputs.ts');
    });
  });

  it('sizes that the user asks for replace the chosen ones', () => {
    const inputs = bench.inputs('subject.ts', typed[0]?.text ?? '', 1, { sizes: [5, 50] });
    expect(inputs.sizes).toEqual([5, 50]);
  });

  it('is a module that evaluates without anything around it', () => {
    const { source } = bench.inputs('subject.ts', typed[0]?.text ?? '', 1);
    expect(Object.keys(evaluateModule(source.kind === 'text' ? source.text : ''))).toEqual(['sum']);
  });
});

function sizesOf(entry: InputsEntry): readonly number[] {
  return (entry.sizes ?? []).filter((size) => size <= 10_000).slice(0, 2);
}

function argsOf(entry: InputsEntry, size: number, seed: number): readonly unknown[] {
  return entry.args?.(size, seeded(seed)) ?? [];
}

/** A text that is the same for equal values, functions and instances included. */
function describeValue(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'bigint' || typeof part === 'function') return String(part);
    if (part instanceof Map || part instanceof Set) return [...part];
    return ArrayBuffer.isView(part) ? [...(part as unknown as Iterable<unknown>)].map(String) : part;
  });
}

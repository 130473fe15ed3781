// TypeScript signatures as people write them, with what their generated arguments must be like.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { expect } from 'vitest';
import { isNumbers, isStrings, isWhole, lengthOf, type Row } from './signature-row.ts';

export const typedSignatures: readonly Row[] = [
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
    title: 'an option is one of those that the body knows',
    text: "export function size(list: number[], by: string): number { if (by === 'rows') return list.length; if (by === 'cells') return list.length * 2; throw new Error('no such option'); }",
    check: ([, by]) => expect(['rows', 'cells']).toContain(by),
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
    text: `type Id = string & { readonly brand: unique symbol };\nexport function load(id: Id, width: \`\${number}px\`) { return [id, width]; }`,
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
  {
    title: 'what is not read of a record stays small, and may be left out where it is optional',
    text: 'interface Report { results: { reasons: string[] }[]; notes?: string[]; checks: boolean[] }\nexport function passed({ checks }: Report): number { return checks.filter(Boolean).length; }',
    line: 2,
    check: ([report], size) => {
      const { results, checks, ...rest } = report as { results: unknown[]; checks: unknown[] };
      expect(checks).toHaveLength(size);
      expect(results).toHaveLength(5);
      expect(rest).toEqual({});
    },
  },
  {
    title: 'so does what a parameter is never asked for',
    text: 'interface Report { results: string[]; checks: boolean[]; name: string }\nexport function count(report: Report): number { const { name } = report; return name.length + report.checks.length; }',
    line: 2,
    check: ([report], size) => {
      const { results, checks, name } = report as { results: unknown[]; checks: unknown[]; name: unknown };
      expect(checks).toHaveLength(size);
      expect(results).toHaveLength(5);
      expect(typeof name).toBe('string');
    },
  },
  {
    title: 'a record that is handed on grows as a whole',
    text: 'interface Report { results: string[]; checks: boolean[] }\nexport function count(report: Report): number { return JSON.stringify(report).length + report.checks.length; }',
    line: 2,
    check: ([report], size) => {
      const { results, checks } = report as { results: unknown[]; checks: unknown[] };
      expect(checks).toHaveLength(size);
      expect(results).toHaveLength(size);
    },
  },
  {
    title: 'a path that is read from names a text file of n lines',
    text: "import { readFileSync } from 'node:fs';\nexport function count(path: string): number { return readFileSync(path, 'utf8').split('\\n').length; }",
    line: 2,
    sizes: [1_000, 20_000, 400_000],
    check: ([file], size) => {
      if (size > 20_000) return;
      const lines = readFileSync(String(file), 'utf8').split('\n');
      rmSync(String(file));
      expect(lines).toHaveLength(size + 1);
    },
  },
  {
    title: 'an optional list of data is given, options and lists to fill are not',
    text: 'export function names(ids: number[], accounts?: { id: number }[], out?: string[], limit?: number): number { return ids.length + (accounts?.length ?? 0) + (out?.length ?? 0) + (limit ?? 0); }',
    sizes: [100, 1_000, 10_000],
    check: (args, size) => {
      expect(args).toHaveLength(2);
      expect(lengthOf(args[1])).toBe(size);
    },
  },
  {
    title: 'a file that is parsed holds JSON of the type that it is said to have, the same in every process',
    text: "import { readFileSync } from 'node:fs';\ninterface Order { id: string; total: number }\nexport function total(file: string): number { const orders: Order[] = JSON.parse(readFileSync(file, 'utf8')); return orders.reduce((sum, o) => sum + o.total, 0); }",
    line: 3,
    sizes: [100, 1_000, 10_000],
    check: ([file], size) => {
      const orders = JSON.parse(readFileSync(String(file), 'utf8')) as Record<string, unknown>[];
      expect(orders).toHaveLength(size);
      expect(orders[0]).toEqual({ id: expect.any(String) as string, total: expect.any(Number) as number });
    },
  },
  {
    title: 'a file of JSON in lines has the fields that are read, and the texts that they are compared with',
    text: "import { readFileSync } from 'node:fs';\nexport function slow(log: string): number { return readFileSync(log, 'utf8').trim().split('\\n').map((line) => JSON.parse(line)).filter((e) => e.level === 'error' && e.ms > 100).length; }",
    line: 2,
    sizes: [1_000, 20_000, 400_000],
    check: ([file], size) => {
      if (size > 20_000) return;
      const lines = readFileSync(String(file), 'utf8').split('\n');
      rmSync(String(file));
      expect(lines).toHaveLength(size);
      const events = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(new Set(events.map(({ level }) => level))).toEqual(new Set(['error', 'other']));
      expect(events[0]?.['ms']).toBeTypeOf('number');
    },
  },
  {
    title: 'rows of cells have as many as are read, numbers where numbers are made of them',
    text: "import { readFile } from 'node:fs/promises';\nexport async function paid(file: string): Promise<number> { let sum = 0; for (const line of (await readFile(file, 'utf8')).split('\\n')) { const cells = line.split(','); if (cells[1] === 'paid') sum += Number(cells[4]); } return sum; }",
    line: 2,
    sizes: [1_000, 20_000, 400_000],
    check: ([file], size) => {
      if (size > 20_000) return;
      const rows = readFileSync(String(file), 'utf8').split('\n');
      rmSync(String(file));
      expect(rows).toHaveLength(size);
      for (const row of rows) expect(row).toMatch(/^\d+,(paid|other),\d+,\d+,\d+$/);
    },
  },
  {
    title: 'lines begin with what is looked for in them, and a text beside the file is found in many',
    text: "import { readFileSync } from 'node:fs';\nexport function count(files: string[], wanted: string): number { let n = 0; for (const file of files) for (const line of readFileSync(file, 'utf8').split('\\n')) if (line.startsWith('WARN') && line.includes(wanted)) n++; return n; }",
    line: 2,
    sizes: [10, 50, 250],
    check: ([files, wanted], size) => {
      const names = files as string[];
      expect(names).toHaveLength(size);
      const lines = readFileSync(names[0] ?? '', 'utf8').split('\n');
      expect(new Set(lines.map((line) => line.split(' ')[0]))).toEqual(new Set(['WARN', 'other']));
      expect(wanted).toMatch(/^[a-z]$/);
    },
  },
  {
    title: 'a text is made of the lines, cells and JSON that are read from it, a field of what it is compared with',
    text: "export function clicks(log: string, rows: string, events: string[], orders: { status: string; total: number; region?: string }[]): number { return log.split('\\n').length + rows.split('\\n').reduce((sum, row) => sum + Number(row.split(',')[1]), 0) + events.map((e) => JSON.parse(e) as { type: string }).filter((e) => e.type === 'click').length + orders.filter((o) => o.status === 'paid').length + new Set(orders.map((o) => (o.region ?? 'unknown') + ', ')).size; }",
    sizes: [100, 1_000, 10_000],
    check: ([log, rows, events, orders], size) => {
      expect(String(log).split('\n')).toHaveLength(size);
      for (const row of String(rows).split('\n')) expect(row).toMatch(/^\d+,\d+,\d+$/);
      const types = (events as string[]).map((event) => (JSON.parse(event) as { type: string }).type);
      expect(new Set(types)).toEqual(new Set(['click', 'other']));
      const statuses = (orders as { status: string }[]).map(({ status }) => status);
      expect(new Set(statuses)).toEqual(new Set(['paid', 'other']));
      // What it is replaced by or joined to is no comparison.
      const regions = (orders as { region?: string }[]).map(({ region }) => region);
      expect(new Set(regions).size).toBeGreaterThan(5);
    },
  },
  {
    title: 'what things are grouped by is the same for several of them, and looked for is found',
    text: 'interface Item { name: string; tags: string[]; category: string }\nexport function tagged(items: Item[], tag: string): number { return items.filter((item) => item.tags.includes(tag)).length + new Map(items.map((item) => [item.category, item])).size; }',
    line: 2,
    sizes: [100, 1_000, 10_000],
    check: ([items, tag], size) => {
      const all = items as { tags: string[]; category: string }[];
      expect(all).toHaveLength(size);
      expect(all.flatMap(({ tags }) => tags)).toContain(tag);
      expect(new Set(all.map(({ category }) => category)).size).toBeLessThan(10);
    },
  },
  {
    title: 'a path that is written to names a file that is not there yet',
    text: "import * as fs from 'fs';\nexport function save(to: string, lines: string[]): void { for (const line of lines) fs.appendFileSync(to, line + '\\n'); }",
    line: 2,
    sizes: [100, 1_000, 10_000],
    check: ([file, lines], size) => {
      expect(existsSync(String(file))).toBe(false);
      expect(lengthOf(lines)).toBe(size);
    },
  },
  {
    title: 'what is held against the code of a character is one',
    text: 'export function count(text: string, code: number): number { let n = 0; for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === code) n++; return n; }',
    sizes: [100, 1_000, 10_000],
    check: ([text, code], size) => {
      expect(lengthOf(text)).toBe(size);
      expect(String.fromCharCode(code as number)).toMatch(/^[a-z]$/);
    },
  },
  {
    title: 'a matrix has as many cells as rows and columns say',
    text: 'interface Matrix { rows: number; cols: number; data: Float64Array; plain: readonly number[] }\nexport function trace(m: Matrix): number { let s = 0; for (let i = 0; i < m.rows; i++) s += m.data[i * m.cols + i]! + m.plain[i * m.cols + i]!; return s; }',
    line: 2,
    sizes: [30, 100, 300],
    check: ([m], size) =>
      expect(m).toMatchObject({ rows: size, cols: size, data: { length: size ** 2 }, plain: { length: size ** 2 } }),
  },
  {
    title: 'an image has four bytes for each pixel, also where width and height stand beside it',
    text: 'export function bright(data: Uint8ClampedArray, width: number, height: number): number { let s = 0; for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) s += data[(y * width + x) * 4]!; return s; }',
    sizes: [30, 100, 300],
    check: ([data, width, height], size) => {
      expect([width, height]).toEqual([size, size]);
      expect(lengthOf(data)).toBe(size * size * 4);
    },
  },
  {
    title: 'without cells width and height are ordinary numbers',
    text: 'export function area({ width, height }: { width: number; height: number }, rounds: number): number { let s = 0; for (let i = 0; i < rounds; i++) s += width * height; return s; }',
    sizes: [100, 10_000, 1_000_000],
    check: ([box], size) => expect(box).not.toMatchObject({ width: size }),
  },
];

// The effect analysis on small functions, half of them traps. Invariant: an impure function is never called pure.
import ts from 'typescript';
import { expect, test } from 'vitest';
import {
  analyzeEffects,
  describeImpurity,
  type EffectKind,
  isDeterministic,
  isPure,
  isPureCallback,
  mutatedParameters,
  returnsOnlyPrimitives,
} from '../../../src/engine/source/effects.ts';
import { subjectOf } from '../../support/check-strategy.ts';
import { effectsOfTexts } from '../../support/effects-of-texts.ts';

/** What the function `f` of each text must be: pure, or have these kinds of effects among its own. */
type Row = readonly [title: string, text: string, expected: 'pure' | readonly EffectKind[]];

const rows: readonly Row[] = [
  ['arithmetic', `export function f(a: number, b: number) { return (a * b) % 7; }`, 'pure'],
  [
    'loops and locals',
    `export function f(n: number) { let s = 0; for (let i = 0; i < n; i++) s += i; return s; }`,
    'pure',
  ],
  ['recursion', `export function f(n: number): number { return n < 2 ? n : f(n - 1) + f(n - 2); }`, 'pure'],
  [
    'mutual recursion',
    `function g(n: number): boolean { return n === 0 ? false : f(n - 1); } export function f(n: number): boolean { return n === 0 ? true : g(n - 1); }`,
    'pure',
  ],
  [
    'recursion of a constant arrow',
    `export const f = (n: number): number => (n < 2 ? n : f(n - 1) + f(n - 2));`,
    'pure',
  ],
  [
    'a named function expression calling itself',
    `export const f = function g(n: number): number { return n < 2 ? n : g(n - 1); };`,
    'pure',
  ],
  [
    'filling a local array',
    `export function f(n: number) { const xs: number[] = []; for (let i = 0; i < n; i++) xs.push(i); xs.sort((a, b) => b - a); return xs; }`,
    'pure',
  ],
  ['sorting a copy', `export function f(xs: number[]) { return [...xs].sort((a, b) => a - b); }`, 'pure'],
  [
    'mapping with a module constant',
    `const rate = 3; export function f(xs: number[]) { return xs.map((x) => x * rate); }`,
    'pure',
  ],
  [
    'a constant table that nobody writes',
    `const table = [1, 2, 3]; export function f(i: number) { return table[i] ?? 0; }`,
    'pure',
  ],
  [
    'a frozen exported table',
    `export const table = Object.freeze([1, 2, 3]); export function f(i: number) { return table[i] ?? 0; }`,
    'pure',
  ],
  [
    'a constant map of strings',
    `const names = new Map([['a', 1]]); export function f(k: string) { return names.get(k) ?? 0; }`,
    'pure',
  ],
  [
    'nested constant data',
    `const grid = [[1, 2], [3, 4]]; export function f(i: number, j: number) { return grid[i]![j]!; }`,
    'pure',
  ],
  ['an enumeration', `enum Kind { A, B } export function f(k: Kind) { return k === Kind.A ? 1 : 2; }`, 'pure'],
  [
    'Math constants and functions',
    `export function f(x: number) { return Math.sin(x) * Math.PI + Number.MAX_SAFE_INTEGER; }`,
    'pure',
  ],
  [
    'strings',
    `export function f(s: string) { return s.split('').reverse().join('').replace(/a/g, 'b').toUpperCase(); }`,
    'pure',
  ],
  [
    'a regular expression literal of its own',
    `export function f(s: string) { const re = /a/g; return re.test(s); }`,
    'pure',
  ],
  ['a shared pattern without state', `const re = /^a+$/; export function f(s: string) { return re.test(s); }`, 'pure'],
  [
    'a shared global pattern used for replacing only',
    `const re = /a/g; export function f(s: string) { return s.replace(re, 'b'); }`,
    'pure',
  ],
  [
    'a helper that changes what it is given, on a fresh object',
    `function fill(xs: number[], v: number) { xs.push(v); } export function f(v: number) { const xs: number[] = []; fill(xs, v); return xs.length; }`,
    'pure',
  ],
  [
    'a local class with methods',
    `class Box { #v = 0; add(n: number) { this.#v += n; } get value() { return this.#v; } } export function f(n: number) { const b = new Box(); b.add(n); return b.value; }`,
    'pure',
  ],
  [
    'a pure callback handed to a helper',
    `function apply(g: (x: number) => number, x: number) { return g(x); } export function f(x: number) { return apply((y) => y + x, 2); }`,
    'pure',
  ],
  [
    'arrays of its own that the checker takes for any[]',
    `export function f(n: number) { const xs = new Array(n).fill(0); xs[1] += xs[0] + 1; const ys = Array(n); ys[0] = 2; return xs[1] * ys[0]; }`,
    'pure',
  ],
  [
    'a table of its own that the checker takes for any[]',
    `export function f(n: number) { const t = new Array(n); for (let i = 0; i < n; i++) t[i] = Array(n).fill(i); t[1][2] = t[0][1] + 1; return t[1][2] * 2; }`,
    'pure',
  ],
  [
    'rows of numbers made by a callback, and copies of them',
    `export function f(n: number) { const t = Array.from({ length: n }, () => Array(n).fill(0)); t[1][2]++; const row = t[1].slice(); return row[2] + t[0][0]; }`,
    'pure',
  ],
  ['a built-in as callback', `export function f(xs: string[]) { return xs.map(Number); }`, 'pure'],
  [
    'building a map and reading it',
    `export function f(ws: string[]) { const m = new Map<string, number>(); for (const w of ws) m.set(w, (m.get(w) ?? 0) + 1); return m.size; }`,
    'pure',
  ],
  [
    'destructuring parameters',
    `export function f({ x, y }: { x: number; y: number }) { return Math.hypot(x, y); }`,
    'pure',
  ],
  [
    'a typed array made from an array',
    `export function f(xs: number[]) { const t = new Float64Array(xs); t[0] = 1; t.sort(); return t.length; }`,
    'pure',
  ],
  [
    'a copy by slice of a typed array',
    `export function f(t: Float64Array) { const c = t.slice(); c[0] = 1; return c; }`,
    'pure',
  ],
  ['throwing', `export function f(n: number) { if (n < 0) throw new RangeError('negative'); return n; }`, 'pure'],
  [
    'a closure over locals',
    `export function f(n: number) { let calls = 0; const step = () => { calls++; }; for (let i = 0; i < n; i++) step(); return calls; }`,
    'pure',
  ],
  [
    'a private method',
    `class G { private h(n: number) { return n * 2; } f(n: number) { return new G().h(n); } } export function f(n: number) { return new G().f(n); }`,
    'pure',
  ],
  [
    'object spread into a copy',
    `export function f(p: { x: number; y: number }) { const q = { ...p }; q.x = 1; return q; }`,
    'pure',
  ],
  ['default parameters without effects', `export function f(n: number, base = 10) { return n % base; }`, 'pure'],
  ['rest parameters', `export function f(...xs: number[]) { xs.push(1); return Math.max(...xs); }`, 'pure'],
  ['a date from a number', `export function f(t: number) { return new Date(t).getUTCFullYear(); }`, 'pure'],
  ['JSON of plain data', `export function f(p: { x: number }) { return JSON.stringify(p); }`, 'pure'],
  ['bigints', `export function f(n: bigint): bigint { return n < 2n ? 1n : n * f(n - 1n); }`, 'pure'],
  [
    'labels and jumps',
    `export function f(n: number) { outer: for (let i = 0; i < n; i++) { for (;;) { if (i > 3) break outer; continue outer; } } return n; }`,
    'pure',
  ],
  [
    'a static helper',
    `class Tools { static twice(n: number) { return 2 * n; } } export function f(n: number) { return Tools.twice(n); }`,
    'pure',
  ],
  [
    'a generator consumed where it is made',
    `function* up(n: number) { for (let i = 0; i < n; i++) yield i; } export function f(n: number) { let s = 0; for (const i of up(n)) s += i; return s; }`,
    'pure',
  ],
  [
    'an accumulator array in reduce',
    `export function f(xs: number[]) { return xs.reduce<number[]>((acc, x) => { acc.push(x * 2); return acc; }, []); }`,
    'pure',
  ],
  [
    'a class made in the function',
    `export function f(n: number) { class Box { v = 0; add(x: number) { this.v += x; } } const b = new Box(); b.add(n); return b.v; }`,
    'pure',
  ],
  [
    'fields set by methods that the constructor calls',
    `class P { #x = 0; constructor(x: number) { this.#set(x); } #set(x: number) { this.#x = x; } get x() { return this.#x; } } export function f(n: number) { return new P(n).x; }`,
    'pure',
  ],
  [
    'a base class',
    `class A { protected n = 0; constructor(n: number) { this.n = n; } } class B extends A { constructor(n: number) { super(n); this.n *= 2; } value() { return this.n; } } export function f(n: number) { return new B(n).value(); }`,
    'pure',
  ],

  ['pushing to a parameter', `export function f(xs: number[]) { xs.push(1); }`, ['writes-parameter']],
  [
    'sorting a parameter in place',
    `export function f(xs: number[]) { return xs.sort((a, b) => a - b); }`,
    ['writes-parameter'],
  ],
  [
    'an alias through a conditional',
    `export function f(xs: number[], c: boolean) { const ys = c ? xs : []; ys.push(1); return 1; }`,
    ['writes-parameter'],
  ],
  [
    'an alias through destructuring',
    `export function f({ items }: { items: number[] }) { items.push(1); }`,
    ['writes-parameter'],
  ],
  [
    'an element found and changed',
    `export function f(ps: { x: number }[]) { const p = ps.find((q) => q.x > 0); if (p) p.x = 1; }`,
    ['writes-parameter'],
  ],
  [
    'elements behind filter',
    `export function f(ps: { x: number }[]) { for (const p of ps.filter((q) => q.x > 0)) p.x = 0; }`,
    ['writes-parameter'],
  ],
  [
    'elements behind a spread',
    `export function f(ps: { x: number }[]) { const c = [...ps]; c[0]!.x = 1; }`,
    ['writes-parameter'],
  ],
  [
    'elements behind Map.get',
    `export function f(m: Map<string, number[]>) { m.get('a')!.push(1); }`,
    ['writes-parameter'],
  ],
  [
    'a reduce without initial value',
    `export function f(ps: { x: number }[]) { const p = ps.reduce((a, b) => (a.x > b.x ? a : b)); p.x = 0; }`,
    ['writes-parameter'],
  ],
  [
    'elements of a nested array',
    `export function f(g: number[][]) { for (const row of g) row.fill(0); }`,
    ['writes-parameter'],
  ],
  [
    'a helper that writes what it is given',
    `function fill(xs: number[]) { xs[0] = 1; } export function f(xs: number[]) { fill(xs); }`,
    ['writes-parameter'],
  ],
  [
    'an identity helper',
    `const same = <T>(x: T): T => x; export function f(xs: number[]) { same(xs).push(1); }`,
    ['writes-parameter'],
  ],
  [
    'a parameter stored in a fresh object',
    `export function f(xs: number[]) { const box = { xs }; box.xs.push(1); }`,
    ['writes-parameter'],
  ],
  [
    'a parameter stored by a helper',
    `function put(b: { v: number[] }, v: number[]) { b.v = v; } export function f(xs: number[]) { const b = { v: [] as number[] }; put(b, xs); b.v.push(1); }`,
    ['writes-parameter'],
  ],
  [
    'an argument inside of what a callback returns',
    `function poke(g: (x: { v: number }) => { in: { v: number } }, x: { v: number }) { g(x).in.v = 1; } export function f(p: { v: number }) { poke((x) => ({ in: x }), p); }`,
    ['writes-parameter'],
  ],
  [
    'an argument inside of what a function handed on returns',
    `const wrap = (x: { v: number }) => ({ in: x }); function poke(g: typeof wrap, x: { v: number }) { g(x).in.v = 1; } export function f(p: { v: number }) { poke(wrap, p); }`,
    ['writes-outside'],
  ],
  [
    'an argument in an array that the checker takes for any[]',
    `export function f(p: { v: number }) { const xs = new Array(1).fill(p); xs[0].v = 1; }`,
    ['unknown-call', 'writes-parameter'],
  ],
  [
    'an object with a valueOf in an array that the checker takes for any[]',
    `export function f(p: { v: number }) { const xs = new Array(2); xs[0] = p; return xs[0] + 1; }`,
    ['unknown-call'],
  ],
  [
    'a view on a buffer',
    `export function f(buf: ArrayBuffer) { const t = new Uint8Array(buf); t[0] = 1; }`,
    ['writes-parameter'],
  ],
  ['subarray', `export function f(t: Uint8Array) { t.subarray(1)[0] = 1; }`, ['writes-parameter']],
  [
    'the buffer of a typed array',
    `export function f(t: Uint8Array) { new Uint8Array(t.buffer)[0] = 1; }`,
    ['writes-parameter'],
  ],
  [
    'Object.assign onto a parameter',
    `export function f(p: { x: number }) { Object.assign(p, { x: 1 }); }`,
    ['writes-parameter'],
  ],
  ['deleting a property', `export function f(p: { x?: number }) { delete p.x; }`, ['writes-parameter']],
  [
    'a callback that changes elements',
    `export function f(ps: { x: number }[]) { ps.forEach((p) => { p.x++; }); }`,
    ['writes-parameter'],
  ],
  [
    'the third parameter of a callback',
    `export function f(xs: number[]) { xs.map((x, i, all) => (all[i] = x + 1)); }`,
    ['writes-parameter'],
  ],
  [
    'destructuring assignment onto a parameter',
    `export function f(p: { x: number }, xs: number[]) { [p.x] = xs as [number]; }`,
    ['writes-parameter'],
  ],
  [
    'a for-of that assigns a property',
    `export function f(p: { x: number }, xs: number[]) { for (p.x of xs); }`,
    ['writes-parameter'],
  ],
  [
    'consuming an iterator',
    `export function f(it: ArrayIterator<number>) { let s = 0; for (const x of it) s += x; return s; }`,
    ['writes-parameter'],
  ],
  [
    'a sticky pattern as parameter',
    `export function f(re: RegExp, s: string) { return re.test(s); }`,
    ['writes-parameter'],
  ],
  ['a module counter', `let n = 0; export function f() { return ++n; }`, ['writes-outside']],
  ['a module array', `const log: string[] = []; export function f(s: string) { log.push(s); }`, ['writes-outside']],
  [
    'a module array behind a helper two calls away',
    `const log: string[] = []; function a(s: string) { log.push(s); } function b(s: string) { a(s); } export function f(s: string) { b(s); }`,
    ['writes-outside'],
  ],
  [
    'a module variable that is assigned elsewhere',
    `let rate = 1; export function setRate(r: number) { rate = r; } export function f(n: number) { return n * rate; }`,
    ['reads-mutable-outside'],
  ],
  [
    'a module table that is written elsewhere',
    `const table = [1]; export function put(v: number) { table[0] = v; } export function f(i: number) { return table[i]; }`,
    ['reads-mutable-outside'],
  ],
  [
    'a module table that leaks',
    `const table = [1]; export const leak = () => table; export function f(i: number) { return table[i]; }`,
    ['reads-mutable-outside'],
  ],
  [
    'an exported table',
    `export const table = [1, 2]; export function f(i: number) { return table[i]; }`,
    ['reads-mutable-outside'],
  ],
  [
    'a table leaked to a callback',
    `const table = [1, 2]; export function f(i: number) { return table[i]; } export function g() { table.forEach((v, i, all) => { all[i] = v + 1; }); }`,
    ['reads-mutable-outside'],
  ],
  [
    'a global pattern shared between calls',
    `const re = /a/g; export function f(s: string) { return re.test(s); }`,
    ['writes-outside'],
  ],
  ['a static counter', `class C { static n = 0; } export function f() { C.n++; }`, ['writes-outside']],
  [
    'a static that can change',
    `class C { static rate = 1; } export function f(n: number) { return n * C.rate; }`,
    ['reads-mutable-outside'],
  ],
  ['random numbers', `export function f() { return Math.random(); }`, ['nondeterministic']],
  ['the clock', `export function f() { return Date.now() + new Date().getTime(); }`, ['nondeterministic']],
  [
    'the clock behind a helper',
    `const now = () => Date.now(); export function f(n: number) { return n + now(); }`,
    ['nondeterministic'],
  ],
  ['the environment', `export function f() { return process.env['HOME']; }`, ['reads-mutable-outside']],
  ['the console', `export function f(n: number) { console.log(n); return n; }`, ['input-output']],
  ['timers', `export function f() { setTimeout(() => {}, 1); }`, ['input-output']],
  ['a callback parameter', `export function f(g: (n: number) => number) { return g(1); }`, ['unknown-call']],
  [
    'a callback parameter handed to map',
    `export function f(xs: number[], g: (n: number) => number) { return xs.map(g); }`,
    ['unknown-call'],
  ],
  [
    'a method of an interface',
    `interface Shape { area(): number } export function f(s: Shape) { return s.area(); }`,
    ['unknown-call'],
  ],
  [
    'a method that a subclass may override',
    `export class S { area() { return 1; } } export function f(s: S) { return s.area(); }`,
    ['unknown-call'],
  ],
  [
    'a method that a subclass in the file overrides',
    `let n = 0; class S { area() { return 1; } } class T extends S { override area() { return n++; } } export function f(s: S) { return s.area(); } export const t = new T();`,
    ['unknown-call'],
  ],
  [
    'an object method that is replaced',
    `const ops = { run(n: number) { return n; } }; export function patch() { ops.run = () => 2; } export function f(n: number) { return ops.run(n); }`,
    ['unknown-call'],
  ],
  [
    'a user method named like a built-in',
    `const list = { n: 0, push(v: number) { this.n += v; return this.n; } }; export function f(v: number) { return list.push(v); }`,
    ['writes-outside'],
  ],
  [
    'a shadowed Math',
    `const Math = { max: () => globalThis.Date.now() }; export function f() { return Math.max(); }`,
    ['nondeterministic'],
  ],
  [
    'a getter with effects',
    `let reads = 0; class P { get x() { return reads++; } } export function f() { return new P().x; }`,
    ['writes-outside'],
  ],
  [
    'a setter with effects',
    `let writes = 0; class P { set x(v: number) { writes += v; } } export function f() { new P().x = 1; }`,
    ['writes-outside'],
  ],
  [
    'a getter in a destructuring',
    `class P { get x() { return Math.random(); } } export function f(p: P) { const { x } = p; return x; }`,
    ['unknown-call'],
  ],
  [
    'valueOf',
    `class N { valueOf() { return Math.random(); } } export function f(a: N) { return +(a as unknown as number) + Number(a); }`,
    ['unknown-call'],
  ],
  [
    'toString in a template',
    `class N { toString() { return String(Math.random()); } } export function f(a: N) { return \`\${a}\`; }`,
    ['unknown-call'],
  ],
  [
    'join of objects',
    `class N { toString() { return 'x'; } } export function f(a: N[]) { return a.join(); }`,
    ['unknown-call'],
  ],
  [
    'a user iterator',
    `class R { *[Symbol.iterator]() { yield Math.random(); } } export function f(r: R) { return [...r]; }`,
    ['unknown-call'],
  ],
  ['a generator as parameter', `export function f(g: Generator<number>) { return [...g]; }`, ['unknown-call']],
  ['any', `export function f(x: any) { return x.y; }`, ['unknown-call']],
  ['arithmetic on any', `export function f(x: any) { return x * 2; }`, ['unknown-call']],
  [
    'toJSON',
    `class P { toJSON() { return Math.random(); } } export function f(p: P) { return JSON.stringify(p); }`,
    ['unknown-call'],
  ],
  [
    'a replacer with effects',
    `let n = 0; function keep(_: string, v: unknown) { n++; return v; } export function f(p: { x: number }) { return JSON.stringify(p, keep); }`,
    ['writes-outside'],
  ],
  [
    'a comparator with effects',
    `let n = 0; const order = (a: number, b: number) => { n++; return a - b; }; export function f(xs: number[]) { return [...xs].sort(order); }`,
    ['writes-outside'],
  ],
  ['arguments', `export function f(_n: number) { return arguments.length; }`, ['dynamic-scope']],
  ['new.target', `export function f() { return new.target === undefined; }`, ['dynamic-scope']],
  ['eval', `export function f(s: string) { return eval(s); }`, ['dynamic-scope']],
  ['a generator', `export function* f() { yield 1; }`, ['yields']],
  ['an async function', `export async function f(p: Promise<number>) { return await p; }`, ['awaits']],
  [
    'a default parameter with effects',
    `let n = 0; const next = () => ++n; export function f(id = next()) { return id; }`,
    ['writes-outside'],
  ],
  [
    'a static method that counts',
    `class Tools { static n = 0; static next() { return Tools.n++; } } export function f() { return Tools.next(); }`,
    ['writes-outside'],
  ],
  [
    'a reassigned helper',
    `let help = (n: number) => n; export function set(g: (n: number) => number) { help = g; } export function f(n: number) { return help(n); }`,
    ['unknown-call'],
  ],
  [
    'bind and call',
    `function g(this: { n: number }) { return this.n++; } export function f(o: { n: number }) { return g.call(o); }`,
    ['unknown-call'],
  ],
  [
    'a memoising helper',
    `const seen = new Map<number, number>(); function g(n: number) { seen.set(n, n); return n; } export function f(n: number) { return g(n); }`,
    ['writes-outside'],
  ],
  [
    'a class expression with a static block',
    `export function f() { return class { static { console.log(1); } }; }`,
    ['unknown-call'],
  ],
  ['a dynamic import', `export function f() { return import('node:fs'); }`, ['input-output']],
  [
    'a hash of a text, named by a namespace as well',
    `import crypto, { createHash } from 'node:crypto'; export function f(s: string) { return createHash('sha256').update(s).digest('hex') + crypto.createHmac('md5', s).update(s).digest('hex'); }`,
    'pure',
  ],
  [
    'compressing, and the parts of a path',
    `import path from 'path'; import { gzipSync } from 'zlib'; export function f(s: string) { return gzipSync(s).length + path.basename(path.join('a', s)); }`,
    'pure',
  ],
  [
    'a hash that somebody else goes on with',
    `import type { Hash } from 'node:crypto'; export function f(h: Hash, s: string) { return h.update(s).digest('hex'); }`,
    ['writes-parameter'],
  ],
  [
    'random bytes, and a path from where the process is',
    `import { randomBytes } from 'node:crypto'; import path from 'node:path'; export function f(s: string) { return path.resolve(s) + randomBytes(4).length; }`,
    ['unknown-call'],
  ],
  [
    'a tagged template with effects',
    `let n = 0; function tag(s: TemplateStringsArray) { n++; return s[0]; } export function f() { return tag\`x\`; }`,
    ['writes-outside'],
  ],
  [
    'a property of a function',
    `function g() { return 1; } g.calls = 0; export function f() { g.calls++; }`,
    ['writes-outside'],
  ],
  [
    'an accumulator that is stored outside',
    `const kept: number[][] = []; export function f(xs: number[]) { const ys = [...xs]; kept.push(ys); return ys.length; }`,
    ['writes-outside'],
  ],
  [
    'a method of a class made in the function',
    `let n = 0; export function f() { class C { inc() { n++; } } new C().inc(); }`,
    ['writes-outside'],
  ],
  [
    'a constructor of a class made in the function',
    `let n = 0; export function f() { class C { constructor() { n++; } } return new C() !== null; }`,
    ['writes-outside'],
  ],
  [
    'a field initialiser',
    `let n = 0; class C { id = n++; } export function f() { return new C().id; }`,
    ['writes-outside'],
  ],
  [
    'a method that a constructor calls',
    `let n = 0; class C { constructor() { this.#count(); } #count() { n++; } } export function f() { return new C() !== null; }`,
    ['writes-outside'],
  ],
  [
    'a base class that counts',
    `let n = 0; class A { constructor() { n++; } } class B extends A { constructor() { super(); } } export function f() { return new B() !== null; }`,
    ['writes-outside'],
  ],
  [
    'a private static counter through this',
    `class C { static #n = 0; static next() { return this.#n++; } } export function f() { return C.next(); }`,
    ['writes-outside'],
  ],
  [
    'the values of entries',
    `export function f(p: Record<string, { x: number }>) { for (const [, v] of Object.entries(p)) v.x = 1; }`,
    ['writes-parameter'],
  ],
  [
    'an object literal getter',
    `let n = 0; export function f() { const o = { get x() { return n++; } }; return o.x; }`,
    ['writes-outside'],
  ],
  [
    'a method borrowed by call',
    `export function f(xs: number[]) { return Array.prototype.push.call(xs, 1); }`,
    ['unknown-call'],
  ],
  [
    'a function that is handed back and called',
    `let n = 0; const make = () => () => n++; export function f() { return make()(); }`,
    ['writes-outside'],
  ],
  [
    'a closure that keeps state between calls',
    `const counter = (() => { let n = 0; return () => n++; })(); export function f() { return counter(); }`,
    ['unknown-call'],
  ],
  [
    'a parameter changed through a second one',
    `function move(from: { v: number[] }, to: { v: number[] }) { to.v = from.v; } export function f(p: { v: number[] }) { const own = { v: [] as number[] }; move(p, own); own.v.push(1); }`,
    ['writes-parameter'],
  ],
  ['swapping elements', `export function f(xs: number[]) { [xs[0], xs[1]] = [xs[1]!, xs[0]!]; }`, ['writes-parameter']],
  ['a length that is set', `export function f(xs: number[]) { xs.length = 0; }`, ['writes-parameter']],
  [
    'an error that was caught and is changed',
    `export function f(g: string) { try { return JSON.parse(g); } catch (e) { (e as Error).message = ''; return 0; } }`,
    ['writes-outside'],
  ],
  ['a member of parsed JSON', `export function f(g: string) { return JSON.parse(g).a.b; }`, 'pure'],
  [
    'members of a constant that holds parsed JSON',
    `export function f(g: string) { const r = JSON.parse(g); let n = 0; n += r.a; const { b } = JSON.parse(g); return [n + r['c'], b]; }`,
    'pure',
  ],
  [
    'JSON parsed with a reviver',
    `export function f(g: string, r: () => unknown) { return JSON.parse(g, r).a; }`,
    ['unknown-call'],
  ],
  [
    'parsed JSON that something is put into',
    `export function f(g: string, o: object) { const r = JSON.parse(g); r.a = o; return r.a.b; }`,
    ['unknown-call'],
  ],
  [
    'parsed JSON that gets a getter',
    `export function f(g: string) { const r = JSON.parse(g); Object.defineProperty(r, 'a', { get: () => Math.random() }); return r.a; }`,
    ['unknown-call'],
  ],
  [
    'parsed JSON of another parser',
    `export function f(JSON: { parse(g: string): any }) { return JSON.parse('').a; }`,
    ['unknown-call'],
  ],
  ['a promise', `export function f(n: number) { return Promise.resolve(n).then((x) => x); }`, ['unknown-call']],
];

const effectsOfRows = effectsOfTexts(rows.map(([, text]) => text));

test.each(rows.map((row, index) => [...row, index] as const))('effects of %s', (_title, _text, expected, index) => {
  const effects = effectsOfRows(index);
  const kinds = effects.effects.map((effect) => effect.kind).filter((kind) => kind !== 'may-throw');
  if (expected === 'pure')
    expect(kinds.map((kind, index) => `${kind}: ${effects.effects[index]?.message}`)).toEqual([]);
  else expect(kinds).toEqual(expect.arrayContaining([...expected]));
  expect(isPure(effects)).toBe(expected === 'pure');
});

test('mutated parameters are named by their index', () => {
  const effects = analyzeEffects(
    subjectOf(`export function f(a: number, xs: number[], ys: number[]) { ys.push(a); return xs; }`, 'f'),
  );
  expect([...mutatedParameters(effects)]).toEqual([2]);
});

test('writing a parameter is no reason for a different result', () => {
  const writes = analyzeEffects(subjectOf(`export function f(xs: number[]) { return xs.sort((a, b) => a - b); }`, 'f'));
  expect(isDeterministic(writes)).toBe(true);
  const clock = analyzeEffects(subjectOf(`export function f() { return Date.now(); }`, 'f'));
  expect(isDeterministic(clock)).toBe(false);
});

test('a function that hands out what it was given does not return primitives only', () => {
  expect(returnsOnlyPrimitives(subjectOf(`export function f(x: any) { return x; }`, 'f'))).toBe(false);
  expect(
    returnsOnlyPrimitives(subjectOf(`export function f(n) { return n === 1 ? 1 : 'two'; }`, 'f', 'sample.js')),
  ).toBe(true);
});

test('an impurity is described with its place and the origin behind a chain of calls', () => {
  const text = `const log: string[] = [];\nfunction a(s: string) {\n  log.push(s);\n}\nfunction b(s: string) {\n  a(s);\n}\nexport function f(s: string) {\n  b(s);\n}\n`;
  expect(describeImpurity(analyzeEffects(subjectOf(text, 'f')))).toEqual({
    code: 'C2',
    message: "It calls `b`, which calls `log.push`, which changes the module's `log`.",
    line: 9,
    column: 3,
  });
});

test('a callback is judged for itself: what it captures and changes counts', () => {
  const text = `export function f(xs: number[]) {\n  let sum = 0;\n  xs.forEach((x) => { sum += x; });\n  return xs.map((x) => x * 2).length + sum;\n}\n`;
  const subject = subjectOf(text, 'f');
  const callbacks: boolean[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isArrowFunction(node)) callbacks.push(isPureCallback(node, subject));
    ts.forEachChild(node, visit);
  };
  visit(subject.node);
  expect(callbacks).toEqual([false, true]);
  expect(isPure(analyzeEffects(subject))).toBe(true);
});

test('helpers of another local module are followed', () => {
  const text = `import { doubled, counted } from './effects-helper.ts';\nexport function f(n: number) { return doubled(n); }\nexport function g(n: number) { return counted(n); }\n`;
  expect(isPure(analyzeEffects(subjectOf(text, 'f')))).toBe(true);
  expect(isPure(analyzeEffects(subjectOf(text, 'g')))).toBe(false);
});

test('what is taken apart is named by what it is, not by the names it gets', () => {
  const text = `export function f(read) {\n  const [first, second] = read;\n  return first === second;\n}\n`;
  const messages = analyzeEffects(subjectOf(text, 'f', 'sample.js')).effects.map(({ message }) => message);
  expect(messages).toEqual(['iterates `read`, whose iterator may run any code']);
});

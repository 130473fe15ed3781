// Loops with what must come of them. `any order` is the answer of a loop whose iterations may run in any order, followed by what has to be put
// together and tested; a code is the first reason of one that must be left alone. A loop that is left alone although it could run in any order
// is marked `imprecise`: it may get better, and it must never be the other way round.

export interface LoopCase {
  readonly about: string;
  /** A function `f` with one outermost loop (the last one counts). */
  readonly text: string;
  readonly expected: string;
  readonly imprecise?: true;
}

function loop(about: string, text: string, expected: string, imprecise?: true): LoopCase {
  return { about, text, expected, ...(imprecise === undefined ? {} : { imprecise }) };
}

const free = 'any order';

export const loopCorpus: readonly LoopCase[] = [
  // The cases of the adversarial suite about workers.
  loop('prefix sums', 'function f(a: number[]) { for (let i = 1; i < a.length; i++) a[i] += a[i - 1]; }', 'W2'),
  loop(
    'rows that are one and the same',
    'function f(n: number) { const row = new Array<number>(n).fill(0); const g = new Array<number[]>(n).fill(row); for (let i = 0; i < n; i++) g[i][0] = i; return g; }',
    `${free}; test distinct-elements g`,
  ),
  loop(
    'a shifted copy between two parameters',
    'function f(a: number[], b: number[], n: number) { for (let i = 1; i < n; i++) b[i] = a[i - 1]; }',
    `${free}; test no-overlap b a`,
  ),
  loop(
    'a shifted copy between two views',
    'function f(a: Float64Array, b: Float64Array) { for (let i = 0; i < a.length; i++) b[i] = a[i]; }',
    `${free}; test no-overlap b a`,
  ),
  loop(
    'rows one too wide',
    'function f(b: Float64Array, w: number, h: number) { for (let y = 0; y < h; y++) for (let x = 0; x <= w; x++) b[y * w + x] = x; }',
    'W2',
  ),
  loop(
    'rows of an image',
    'function f(b: Float64Array, w: number, h: number) { for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) b[y * w + x] = x; }',
    free,
  ),
  loop(
    'a stride that is not the bound',
    'function f(a: Float64Array, n: number, m: number) { for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) a[i * n + j] = j; }',
    'W2',
  ),
  loop(
    'a histogram',
    'function f(xs: number[]) { const h = [0, 0, 0]; for (let i = 0; i < xs.length; i++) h[xs[i]]++; return h; }',
    `${free}; histogram h`,
  ),
  loop(
    'the last one at a place wins',
    'function f(xs: number[], h: number[]) { for (let i = 0; i < xs.length; i++) h[xs[i]] = i; }',
    'W2',
  ),
  loop(
    'the place of the first largest',
    'function f(xs: number[]) { let m = -Infinity; let at = -1; for (let i = 0; i < xs.length; i++) { if (xs[i] > m) { m = xs[i]; at = i; } } return at; }',
    `${free}; m argmax; at argmax`,
  ),
  loop(
    'the place of the last largest',
    'function f(xs: number[]) { let m = -Infinity; let at = -1; for (let i = 0; i < xs.length; i++) { if (xs[i] >= m) { m = xs[i]; at = i; } } return at; }',
    'W1',
  ),
  loop(
    'the largest, by comparison',
    'function f(xs: number[]) { let m = -Infinity; for (let i = 0; i < xs.length; i++) if (xs[i] > m) m = xs[i]; return m; }',
    `${free}; m max`,
  ),
  loop(
    'the largest, by Math.max',
    'function f(xs: number[]) { let m = -Infinity; for (const x of xs) m = Math.max(m, x); return m; }',
    `${free}; m max`,
  ),
  loop(
    "Horner's scheme",
    'function f(a: number[], x: number) { let s = 0; for (let i = 0; i < a.length; i++) s = s * x + a[i]; return s; }',
    'W1',
  ),
  loop('text put in front', "function f(xs: string[]) { let s = ''; for (const x of xs) s = x + s; return s; }", 'W1'),
  loop(
    'text put behind',
    "function f(xs: string[]) { let s = ''; for (const x of xs) s += x; return s; }",
    `${free}; s concat`,
  ),
  loop(
    'a temporary set under a condition',
    'function f(a: number[], b: number[]) { let t = 0; for (let i = 0; i < 9; i++) { if (a[i] > 0) t = a[i]; b[i] = t; } }',
    'W1',
  ),
  loop(
    'a temporary always set first',
    'function f(a: Float64Array, b: number[]) { let t = 0; for (let i = 0; i < 9; i++) { t = a[i]; b[i] = t * t; } }',
    `${free}; t private`,
  ),
  loop(
    'the last value is read later',
    'function f(a: number[]) { let last = 0; for (let i = 0; i < a.length; i++) { last = a[i]; } return last; }',
    `${free}; last last-value`,
  ),
  loop(
    'a scratch buffer outside of the loop',
    'function f(a: number[], b: number[]) { const scratch = [0, 0]; for (let i = 0; i < a.length; i++) { scratch[0] = a[i]; b[i] = scratch[0]; } }',
    'W2',
  ),
  loop(
    'compaction',
    'function f(a: number[]) { const b: number[] = []; let k = 0; for (let i = 0; i < a.length; i++) if (a[i] > 0) b[k++] = a[i]; return b; }',
    'W2',
  ),
  loop(
    'random numbers',
    'function f(n: number) { const out: number[] = []; for (let i = 0; i < n; i++) out.push(Math.random()); return out; }',
    'C3',
  ),
  loop(
    'a generator of pseudo-random numbers in a closure',
    'function f(n: number) { let seed = 1; const next = () => (seed = (seed * 16807) % 2147483647); const out: number[] = []; for (let i = 0; i < n; i++) out.push(next()); return out; }',
    'C2',
  ),
  loop(
    'a helper with a cache in the module',
    'const cache = new Map<number, number>(); function slow(x: number) { const had = cache.get(x); if (had !== undefined) return had; cache.set(x, x * x); return x * x; } function f(xs: number[]) { const out: number[] = []; for (const x of xs) out.push(slow(x)); return out; }',
    'C2',
  ),
  loop(
    'a getter with an effect',
    'class Counter { n = 0; get g() { return this.n++; } } function f(c: Counter, n: number) { const out: number[] = []; for (let i = 0; i < n; i++) out.push(c.g); return out; }',
    'W7',
  ),
  loop(
    'a property of something of any type',
    'function f(c: any, n: number) { const out: number[] = []; for (let i = 0; i < n; i++) out.push(c.g); return out; }',
    'C1',
  ),
  loop(
    'a global pattern',
    'function f(xs: string[]) { const re = /a/g; const out: boolean[] = []; for (const x of xs) out.push(re.test(x)); return out; }',
    'C2',
  ),
  loop(
    'a plain pattern',
    'function f(xs: string[]) { const re = /a/; const out: boolean[] = []; for (const x of xs) out.push(re.test(x)); return out; }',
    `${free}; append out`,
  ),
  loop(
    'elements that may be one object',
    'interface P { x: number } function f(ps: P[]) { for (const p of ps) p.x = 1; }',
    `${free}; test distinct-elements ps`,
  ),
  loop(
    'the first bad element',
    'function f(xs: number[]) { for (let i = 0; i < xs.length; i++) if (xs[i] < 0) return i; return -1; }',
    'W4; search',
  ),
  loop(
    'a break after changes',
    'function f(xs: number[], out: number[]) { for (let i = 0; i < xs.length; i++) { out[i] = 1; if (xs[i] < 0) break; } }',
    'W4',
  ),
  loop(
    'the array grows while it is gone through',
    'function f(a: number[]) { for (let i = 0; i < a.length; i++) if (a[i] > 3) a.push(a[i] - 1); }',
    'W2',
  ),
  loop(
    'the body changes the counter',
    'function f(a: number[]) { for (let i = 0; i < 9; i++) { a[i] = 1; i++; } }',
    'W1',
  ),
  loop(
    'a sum of fractions',
    'function f(xs: number[]) { let s = 0; for (const x of xs) s += x; return s; }',
    `${free}; s + rounded`,
  ),
  loop(
    'a sum of what may be text',
    'function f(xs: any[]) { let s: any = 0; for (let i = 0; i < xs.length; i++) s += xs[i]; return s; }',
    'C1',
  ),
  loop(
    'a method that a subclass may override',
    'class A { h(x: number) { return x; } run(xs: number[]) { return xs; } } function f(a: A, xs: number[]) { const out: number[] = []; for (const x of xs) out.push(a.h(x)); return out; }',
    `${free}; append out`,
  ),
  // Ordinary loops.
  loop(
    'fill a new array',
    'function f(xs: number[]) { const out = new Array<number>(xs.length); for (let i = 0; i < xs.length; i++) out[i] = xs[i] * 2; return out; }',
    free,
  ),
  loop(
    'append',
    'function f(xs: number[]) { const out: number[] = []; for (const x of xs) out.push(x * 2); return out; }',
    `${free}; append out`,
  ),
  loop(
    'append some',
    'function f(xs: number[]) { const out: number[] = []; for (const x of xs) if (x > 0) out.push(x); return out; }',
    `${free}; append out`,
  ),
  loop(
    'append and look back',
    'function f(xs: number[]) { const out: number[] = [0]; for (const x of xs) out.push(x + out[out.length - 1]); return out; }',
    'W2',
  ),
  loop(
    'count',
    'function f(xs: number[]) { let n = 0; for (const x of xs) if (x > 0) n++; return n; }',
    `${free}; n +`,
  ),
  loop(
    'count and use',
    'function f(xs: number[], ids: number[]) { let n = 0; for (let i = 0; i < xs.length; i++) { ids[i] = n; if (xs[i] > 0) n++; } }',
    'W1',
  ),
  loop(
    'sum of bytes',
    'function f(xs: Uint8Array) { let s = 0; for (let i = 0; i < xs.length; i++) s += xs[i]; return s; }',
    `${free}; s +`,
  ),
  loop(
    'product',
    'function f(xs: number[]) { let p = 1; for (const x of xs) p *= x; return p; }',
    `${free}; p * rounded`,
  ),
  loop('checksum', 'function f(xs: Uint8Array) { let h = 0; for (const x of xs) h ^= x; return h; }', `${free}; h ^`),
  loop(
    'rolling hash',
    'function f(xs: Uint8Array) { let h = 0; for (const x of xs) h = (h * 31 + x) | 0; return h; }',
    'W1',
  ),
  loop(
    'a flag',
    'function f(xs: number[]) { let found = false; for (const x of xs) if (x < 0) found = true; return found; }',
    `${free}; found ||`,
  ),
  loop(
    'all of them',
    'function f(xs: number[]) { let all = true; for (const x of xs) all = all && x > 0; return all; }',
    `${free}; all &&`,
  ),
  loop(
    'smallest by a choice',
    'function f(xs: number[]) { let m = Infinity; for (const x of xs) m = x < m ? x : m; return m; }',
    `${free}; m min`,
  ),
  loop(
    'matmul',
    'function f(a: number[][], b: number[][], n: number) { const c = Array.from({ length: n }, () => new Array<number>(n).fill(0)); for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) { let s = 0; for (let k = 0; k < n; k++) s += a[i][k] * b[k][j]; c[i][j] = s; } return c; }',
    free,
  ),
  loop(
    'matmul in place',
    'function f(a: number[][], n: number) { for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) a[i][j] = a[j][i] + 1; }',
    'W2',
  ),
  loop(
    'flat matmul',
    'function f(a: Float64Array, b: Float64Array, n: number) { const c = new Float64Array(n * n); for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) { let s = 0; for (let k = 0; k < n; k++) s += a[i * n + k] * b[k * n + j]; c[i * n + j] = s; } return c; }',
    free,
  ),
  loop(
    'a stencil into another array',
    'function f(a: Float64Array) { const b = new Float64Array(a.length); for (let i = 1; i < a.length - 1; i++) b[i] = a[i - 1] + a[i] + a[i + 1]; return b; }',
    free,
  ),
  loop(
    'a stencil in place',
    'function f(a: Float64Array) { for (let i = 1; i < a.length - 1; i++) a[i] = a[i - 1] + a[i + 1]; }',
    'W2',
  ),
  loop(
    'even and odd places',
    'function f(a: Float64Array, n: number) { for (let i = 0; i < n; i++) a[2 * i] = a[2 * i + 1]; }',
    free,
  ),
  loop(
    'even places and all',
    'function f(a: Float64Array, n: number) { for (let i = 0; i < n; i++) a[2 * i] = a[i]; }',
    'W2',
  ),
  loop(
    'four at a time',
    'function f(a: Float64Array, n: number) { for (let i = 0; i < n; i += 4) for (let k = 0; k < 4; k++) a[i + k] = k; }',
    free,
  ),
  loop(
    'five at a time, four apart',
    'function f(a: Float64Array, n: number) { for (let i = 0; i < n; i += 4) for (let k = 0; k < 5; k++) a[i + k] = k; }',
    'W2',
  ),
  loop(
    'the other half',
    'function f(a: Float64Array, n: number) { for (let i = 0; i < n; i++) a[i] = a[i + n]; }',
    free,
  ),
  loop(
    'one short of the other half',
    'function f(a: Float64Array, n: number) { for (let i = 0; i <= n; i++) a[i] = a[i + n]; }',
    'W2',
  ),
  loop(
    'a constant distance beyond the end',
    'function f(a: Float64Array) { for (let i = 0; i < 8; i++) a[i] = a[i + 8]; }',
    free,
  ),
  loop(
    'a constant distance within',
    'function f(a: Float64Array) { for (let i = 0; i < 9; i++) a[i] = a[i + 8]; }',
    'W2',
  ),
  loop(
    'a stride that may be zero',
    'function f(a: Float64Array, s: number) { for (let i = 0; i < 9; i++) a[i * s] = i; }',
    `${free}; test not-zero s`,
  ),
  loop('one place', 'function f(a: Float64Array) { for (let i = 0; i < 9; i++) a[0] = i; }', 'W2'),
  loop(
    'the square of the counter',
    'function f(a: Float64Array) { for (let i = 0; i < 9; i++) a[i * i] = i; }',
    'W2',
    true,
  ),
  loop(
    'reversed',
    'function f(a: Float64Array) { const n = a.length; const b = new Float64Array(n); for (let i = 0; i < n; i++) b[n - 1 - i] = a[i]; return b; }',
    free,
  ),
  loop(
    'reversed in place',
    'function f(a: Float64Array) { const n = a.length; for (let i = 0; i < n; i++) a[n - 1 - i] = a[i]; }',
    'W2',
  ),
  loop(
    'downwards',
    'function f(a: Float64Array, b: Float64Array) { for (let i = a.length - 1; i >= 0; i--) a[i] = i; return b; }',
    free,
  ),
  loop('a counter declared outside', 'function f(a: Float64Array) { let i; for (i = 0; i < 9; i++) a[i] = 1; }', free),
  loop(
    'a counter that is read later',
    'function f(a: Float64Array) { let i; for (i = 0; i < 9; i++) a[i] = 1; return i; }',
    'W1',
  ),
  loop('a while loop', 'function f(n: number) { while (n > 1) n = n / 2; return n; }', 'W2'),
  loop(
    'fields of elements by index',
    'interface P { x: number; v: number } function f(ps: P[]) { for (let i = 0; i < ps.length; i++) ps[i].x = ps[i].x + ps[i].v; }',
    `${free}; test distinct-elements ps`,
  ),
  loop(
    'fields of other elements',
    'interface P { x: number } function f(ps: P[]) { for (let i = 1; i < ps.length; i++) ps[i].x = ps[i - 1].x; }',
    'W2',
  ),
  loop(
    'all pairs of bodies',
    'interface P { x: number; v: number } function f(ps: P[]) { for (let i = 0; i < ps.length; i++) for (let j = 0; j < ps.length; j++) ps[i].v += ps[j].x; }',
    'W2',
    true,
  ),
  loop(
    'a row by its own name',
    'function f(g: number[][]) { for (let i = 0; i < g.length; i++) { const row = g[i]; for (let j = 0; j < row.length; j++) row[j] = 0; } }',
    `${free}; test distinct-elements g`,
  ),
  loop(
    'rows made in the loop',
    'function f(n: number) { const out: number[][] = []; for (let i = 0; i < n; i++) { const row: number[] = []; for (let j = 0; j < n; j++) row.push(i * j); out.push(row); } return out; }',
    `${free}; append out`,
  ),
  loop(
    'an alias of a parameter made in the loop',
    'function f(a: number[]) { for (let i = 0; i < 9; i++) { const b = a; b[0] = i; } }',
    'W2',
  ),
  loop(
    'an object that a helper chooses',
    'function pick(a: number[][], i: number) { return a[i % 2]; } function f(a: number[][]) { for (let i = 0; i < 9; i++) { const r = pick(a, i); r[0] = i; } }',
    'W3',
  ),
  loop(
    'a helper that writes to its argument',
    'function bump(a: number[]) { a[0]++; } function f(a: number[]) { for (let i = 0; i < 9; i++) bump(a); }',
    'W2',
  ),
  loop(
    'a helper that writes to a row of its own',
    'function bump(a: number[]) { a[0] = 1; } function f(g: number[][]) { for (let i = 0; i < g.length; i++) bump(g[i]); }',
    `${free}; test distinct-elements g`,
  ),
  loop(
    'a view of the same buffer',
    'function f(a: Float64Array) { for (let i = 0; i < 9; i++) { const v = a.subarray(0, 2); v[0] = i; } }',
    'W3',
  ),
  loop(
    'a copy of the same buffer',
    'function f(a: Float64Array) { const out: number[] = []; for (let i = 0; i < 9; i++) { const v = a.slice(0, 2); v[0] = i; out.push(v[0] + v[1]); } return out; }',
    `${free}; append out`,
  ),
  loop('sorting in the loop', 'function f(a: number[]) { for (let i = 0; i < 9; i++) a.sort((x, y) => x - y); }', 'W2'),
  loop(
    'a set of what was seen',
    'function f(xs: number[]) { const seen = new Set<number>(); for (const x of xs) seen.add(x); return seen; }',
    `${free}; union seen`,
  ),
  loop(
    'a set that is asked',
    'function f(xs: number[]) { const seen = new Set<number>(); const out: boolean[] = []; for (const x of xs) { out.push(seen.has(x)); seen.add(x); } return out; }',
    'W2',
  ),
  loop(
    'a map of the last',
    'function f(xs: string[]) { const m = new Map<string, number>(); for (let i = 0; i < xs.length; i++) m.set(xs[i], i); return m; }',
    'W2',
  ),
  loop('printing', 'function f(xs: number[]) { for (const x of xs) console.log(x); }', 'W8'),
  loop('a counter of the module', 'let n = 0; function f(xs: number[]) { for (const x of xs) n += x; }', 'C2'),
  loop(
    'continue for some',
    'function f(xs: number[]) { const out: number[] = []; for (const x of xs) { if (x < 0) continue; out.push(x); } return out; }',
    `${free}; append out`,
  ),
  loop(
    'continue around',
    'function f(g: number[][]) { const out: number[] = []; outer: for (const r of g) { for (const x of r) { if (x < 0) continue outer; } out.push(r.length); } return out; }',
    `${free}; append out`,
  ),
  loop(
    'destructuring swap',
    'function f(a: number[], n: number) { for (let i = 0; i < n; i++) [a[i], a[i + 1]] = [a[i + 1], a[i]]; }',
    'W2',
  ),
  loop(
    'two accumulators of which one reads the other',
    'function f(xs: number[]) { let s = 0; let t = 0; for (const x of xs) { s += x; t += s; } return t; }',
    'W1',
  ),
  loop(
    'a bound in the middle of its own array',
    'function f(n: number) { const a = [1]; for (let i = 0; i < n; i++) { a[i] = 1; n = a.length; } }',
    'W2',
  ),
  loop(
    'a temporary that a closure keeps',
    'function f(xs: number[]) { let t = 0; const gets: (() => number)[] = []; for (const x of xs) { t = x; gets.push(() => t); } return gets; }',
    'W1',
  ),
  loop(
    'a private temporary after a continue',
    'function f(a: Float64Array, b: number[]) { let t = 0; for (let i = 0; i < 9; i++) { if (a[i] < 0) continue; t = a[i]; b[i] = t; } }',
    `W1`,
    true,
  ),
];

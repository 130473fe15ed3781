// Pairs of functions: what was written and what a careless (or a careful) rewriter makes of it. Most of the wrong ones agree with the
// original on the declared sizes; that is what makes them wrong rewrites and not typing errors.
import type { InputsEntry, RandomSource } from '../../../src/model/variant.ts';
import type { Rewrite } from './compare-functions.ts';

type NamedRewrite = readonly [string, () => Rewrite];

const integers = (n: number, random: RandomSource, below = 100): number[] =>
  Array.from({ length: n }, () => Math.floor(random() * below));
const floats = (n: number, random: RandomSource): number[] => Array.from({ length: n }, () => random() * 10 + 0.01);
const matrix = (n: number, random: RandomSource): number[][] => Array.from({ length: n }, () => floats(n, random));
const word = (n: number, random: RandomSource): string =>
  Array.from({ length: n }, () => 'abcdef'[Math.floor(random() * 6)]).join('');

const ofIntegers: InputsEntry = { sizes: [16, 64], args: (n, random) => [integers(n, random)] };
const ofFloats: InputsEntry = { sizes: [16, 64], args: (n, random) => [floats(n, random)] };
const ofTwoLists: InputsEntry = { sizes: [16, 64], args: (n, random) => [floats(n, random), floats(n, random)] };
const ofNumber: InputsEntry = { sizes: [12, 20], args: (n) => [n] };
const ofTwoWords: InputsEntry = { sizes: [4, 8], args: (n, random) => [word(n, random), word(n, random)] };
const ofWord: InputsEntry = { sizes: [4, 30], args: (n, random) => [word(n, random)] };
const ofMatrix: InputsEntry = { sizes: [8, 16], args: (n, random) => [matrix(n, random)] };
const fixed = (...lists: (() => unknown[])[]): InputsEntry => ({
  fixed: lists.map((args, index) => ({ label: `case ${index}`, args })),
});

const sum = (xs: number[]): number => {
  let total = 0;
  for (const x of xs) total += x;
  return total;
};

const square = (n: number): number => n * n;

/** A cache around a function, with a careless key. */
function memoized(
  of: (...args: never[]) => unknown,
  keyOf: (args: readonly unknown[]) => unknown,
): Pick<Rewrite, 'baseline' | 'candidate' | 'reset'> {
  const cache = new Map<unknown, unknown>();
  return {
    baseline: of as Rewrite['baseline'],
    candidate: (...args) => {
      const key = keyOf(args);
      if (!cache.has(key)) cache.set(key, (of as Rewrite['candidate'])(...args));
      return cache.get(key);
    },
    reset: () => cache.clear(),
  };
}

class Rate {
  factor: number;
  constructor(factor: number) {
    this.factor = factor;
  }
}

let calls = 0;

const visitEach = (xs: number[], visit: (x: number, index: number) => void): number => {
  xs.forEach((x, index) => {
    visit(x, index);
  });
  return xs.length;
};
const withVisitor: InputsEntry = { sizes: [4, 9], args: (n, random) => [integers(n, random), (x: number) => x * 2] };

export const wrongRewrites: readonly NamedRewrite[] = [
  [
    'another element of the tuple that is found',
    () => ({
      baseline: (pairs: [string, number, number][], names: string[]) =>
        names.map((name) => pairs.find(([known]) => known === name)?.[1] ?? -1),
      candidate: (pairs: [string, number, number][], names: string[]) =>
        names.map((name) => pairs.find(([known]) => known === name)?.[2] ?? -1),
      inputs: {
        sizes: [3, 6],
        args: (n) => [
          Array.from({ length: n }, (_, i) => [`key ${i}`, i, i * 7]),
          Array.from({ length: n + 2 }, (_, i) => `name ${i}`),
        ],
      },
    }),
  ],
  [
    'a key read from a row that is not there, where nothing is searched',
    () => ({
      baseline: (rows: { up: number }[], all: { id: number }[]) =>
        rows.map((row) => all.some((one) => one.id === (rows[row.up] as { up: number }).up)),
      candidate: (rows: { up: number }[], all: { id: number }[]) => {
        const ids = new Set(all.map((one) => one.id));
        return rows.map((row) => ids.has((rows[row.up] as { up: number }).up));
      },
      inputs: {
        sizes: [3, 6],
        args: (n) => [
          Array.from({ length: n }, (_, i) => ({ up: (i * 2) % n })),
          Array.from({ length: n + 2 }, (_, i) => ({ id: i })),
        ],
      },
    }),
  ],
  [
    'a closure that computes something else',
    () => ({
      baseline: (n: number) => (x: number) => x + n,
      candidate: (n: number) => (x: number) => x - n,
      inputs: ofNumber,
    }),
  ],
  [
    'a method of the result that forgets what it counted',
    () => ({
      baseline: (n: number) => {
        let count = n;
        return { next: () => ++count };
      },
      candidate: (n: number) => ({ next: () => n + 1 }),
      inputs: ofNumber,
    }),
  ],
  [
    'a closure that no longer answers',
    () => ({
      baseline: (xs: number[]) => (at: number) => xs[at] ?? 0,
      candidate: (xs: number[]) => (at: number) => {
        if (at >= xs.length) throw new RangeError('no such element');
        return xs[at];
      },
      inputs: fixed(() => [[1]]),
    }),
  ],
  [
    "the caller's function called in another order",
    () => ({
      baseline: visitEach,
      candidate: (xs: number[], visit: (x: number, index: number) => void) => {
        for (let index = xs.length - 1; index >= 0; index--) visit(xs[index] as number, index);
        return xs.length;
      },
      inputs: withVisitor,
    }),
  ],
  [
    "the caller's function called once too often",
    () => ({
      baseline: visitEach,
      candidate: (xs: number[], visit: (x: number, index: number) => void) => {
        const length = visitEach(xs, visit);
        visit(0, length);
        return length;
      },
      inputs: withVisitor,
    }),
  ],
  [
    "the caller's function in an object called with less",
    () => ({
      baseline: (xs: number[], { onItem }: { onItem: (x: number, index: number) => void }) => visitEach(xs, onItem),
      candidate: (xs: number[], { onItem }: { onItem: (x: number) => void }) => {
        for (const x of xs) onItem(x);
        return xs.length;
      },
      inputs: { sizes: [4, 9], args: (n, random) => [integers(n, random), { onItem: (x: number) => x }] },
    }),
  ],
  [
    'integers wrap at 32 bits',
    () => ({
      baseline: (n: number) => {
        let s = 0;
        for (let i = 1; i <= n; i++) s += i * i * i;
        return s;
      },
      candidate: (n: number) => {
        let s = 0;
        for (let i = 1; i <= n; i++) s = (s + Math.imul(Math.imul(i, i), i)) | 0;
        return s;
      },
      inputs: { sizes: [8, 64], args: (n) => [n] },
    }),
  ],
  [
    'a square overflows at 46341',
    () => ({ baseline: square, candidate: (n: number) => Math.imul(n, n), inputs: ofNumber }),
  ],
  [
    'elements lose their fraction',
    () => ({
      baseline: (xs: number[]) => xs.map((x) => x / 2),
      candidate: (xs: number[]) => Array.from(Int32Array.from(xs, (x) => x / 2)),
      inputs: { sizes: [8, 16], args: (n, random) => [integers(n, random).map((x) => x * 2)] },
    }),
  ],
  [
    '-0 is lost in an integer array',
    () => ({
      baseline: (xs: number[]) => xs.map((x) => -x),
      candidate: (xs: number[]) => Array.from(Int32Array.from(xs, (x) => -x)),
      inputs: ofIntegers,
    }),
  ],
  [
    'NaN becomes 0',
    () => ({
      baseline: (xs: number[]) => xs.map((x) => x),
      candidate: (xs: number[]) => Array.from(Int32Array.from(xs)),
      inputs: ofIntegers,
    }),
  ],
  [
    '32-bit floats',
    () => ({
      baseline: (xs: number[]) => xs.slice(),
      candidate: (xs: number[]) => Array.from(new Float32Array(xs)),
      inputs: ofIntegers,
    }),
  ],
  [
    'counters of one byte',
    () => ({
      baseline: (xs: number[]) => {
        const h = new Array<number>(4).fill(0);
        for (const x of xs) h[x & 3] = (h[x & 3] ?? 0) + x;
        return h;
      },
      candidate: (xs: number[]) => {
        const h = new Uint8Array(4);
        for (const x of xs) h[x & 3] = (h[x & 3] ?? 0) + x;
        return Array.from(h);
      },
      inputs: { sizes: [2, 4], args: (n, random) => [integers(n, random, 50)] },
    }),
  ],
  [
    'a typed array comes back',
    () => ({
      baseline: (xs: number[]) => xs.map((x) => x * 2),
      candidate: (xs: number[]) => Float64Array.from(xs, (x) => x * 2),
      inputs: ofFloats,
    }),
  ],
  [
    'the sort is numeric',
    () => ({
      baseline: (xs: number[]) => [...xs].sort(),
      candidate: (xs: number[]) => [...xs].sort((a, b) => a - b),
      inputs: { sizes: [2, 3], args: (n) => [Array.from({ length: n }, (_, i) => i + 1)] },
    }),
  ],
  [
    'the sum is reassociated',
    () => ({
      baseline: sum,
      inputs: ofFloats,
      candidate: (xs: number[]) => sum(xs.slice(0, xs.length >> 1)) + sum(xs.slice(xs.length >> 1)),
    }),
  ],
  [
    'the last of equal maxima',
    () => ({
      baseline: (xs: number[]) => {
        let best = 0;
        for (let i = 1; i < xs.length; i++) if ((xs[i] ?? 0) > (xs[best] ?? 0)) best = i;
        return best;
      },
      candidate: (xs: number[]) => {
        let best = 0;
        for (let i = 1; i < xs.length; i++) if ((xs[i] ?? 0) >= (xs[best] ?? 0)) best = i;
        return best;
      },
      inputs: ofFloats,
    }),
  ],
  [
    'a maximum that propagates NaN',
    () => ({
      baseline: (xs: number[]) => {
        let m = -Infinity;
        for (const x of xs) if (x > m) m = x;
        return m;
      },
      candidate: (xs: number[]) => Math.max(...xs),
      inputs: ofFloats,
    }),
  ],
  [
    'a prefix sum in parallel',
    () => ({
      baseline: (xs: number[]) => {
        for (let i = 1; i < xs.length; i++) xs[i] = (xs[i] ?? 0) + (xs[i - 1] ?? 0);
      },
      candidate: (xs: number[]) => {
        const old = [...xs];
        for (let i = 1; i < xs.length; i++) xs[i] = (old[i] ?? 0) + (old[i - 1] ?? 0);
      },
      inputs: ofFloats,
    }),
  ],
  [
    'two arguments that are one array',
    () => ({
      baseline: (a: number[], b: number[]) => {
        for (let i = 1; i < a.length; i++) b[i] = a[i - 1] ?? 0;
      },
      candidate: (a: number[], b: number[]) => {
        const old = [...a];
        for (let i = 1; i < a.length; i++) b[i] = old[i - 1] ?? 0;
      },
      inputs: ofTwoLists,
    }),
  ],
  [
    'overlapping typed views',
    () => ({
      baseline: (a: Float64Array, b: Float64Array) => {
        for (let i = 0; i < a.length; i++) b[i] = (a[i] ?? 0) + 1;
      },
      candidate: (a: Float64Array, b: Float64Array) => {
        if (a === b) for (let i = 0; i < a.length; i++) b[i] = (a[i] ?? 0) + 1;
        else {
          const old = a.slice();
          for (let i = 0; i < a.length; i++) b[i] = (old[i] ?? 0) + 1;
        }
      },
      inputs: {
        sizes: [4, 8],
        args: (n, random) => [Float64Array.from(floats(n, random)), Float64Array.from(floats(n, random))],
      },
    }),
  ],
  [
    'rows that are one object',
    () => ({
      baseline: (g: number[][]) => {
        for (const [i, row] of g.entries()) row[0] = (row[0] ?? 0) + i;
        return g.length;
      },
      candidate: (g: number[][]) => {
        const firsts = g.map((row, i) => (row[0] ?? 0) + i);
        for (const [i, row] of g.entries()) row[0] = firsts[i] ?? 0;
        return g.length;
      },
      inputs: ofMatrix,
    }),
  ],
  [
    'one bound too short',
    () => ({
      baseline: (n: number) => {
        const flags = new Array<boolean>(n + 1).fill(true);
        let c = 0;
        for (let i = 2; i <= n; i++)
          if (flags[i]) {
            c++;
            for (let j = i * i; j <= n; j += i) flags[j] = false;
          }
        return c;
      },
      candidate: (n: number) => {
        const flags = new Uint8Array(n + 1).fill(1);
        let c = 0;
        for (let i = 2; i < n; i++)
          if (flags[i]) {
            c++;
            for (let j = i * i; j <= n; j += i) flags[j] = 0;
          }
        return c;
      },
      inputs: { sizes: [20, 100], args: (n) => [n] },
    }),
  ],
  [
    'a join that mixes up two strings',
    () => ({
      ...memoized(
        (a: string, b: string) => `${a.length}:${b.length}:${a}${b}`,
        (args) => args.join(','),
      ),
      inputs: ofTwoWords,
    }),
  ],
  [
    'a cache that takes 0 for -0',
    () => ({
      ...memoized(
        (x: number) => 1 / x,
        ([x]) => x,
      ),
      inputs: ofNumber,
    }),
  ],
  [
    'a cache in a plain object',
    () => {
      const cache: Record<string, number> = {};
      return { baseline: (s: string) => s.length, candidate: (s: string) => (cache[s] ??= s.length), inputs: ofWord };
    },
  ],
  [
    'a cached result that its caller changes',
    () => ({
      ...memoized(
        (n: number) => [n, n + 1],
        ([n]) => n,
      ),
      inputs: ofNumber,
    }),
  ],
  [
    'a shallow copy of a cached result',
    () => {
      const cache = new Map<number, number[][]>();
      return {
        baseline: (n: number) => [[n], [n + 1]],
        candidate: (n: number) => {
          const known = cache.get(n) ?? [[n], [n + 1]];
          cache.set(n, known);
          return [...known];
        },
        inputs: ofNumber,
      };
    },
  ],
  ['a cache keyed by the identity of a list', () => ({ ...memoized(sum, ([xs]) => xs), inputs: ofIntegers })],
  [
    'a cache that forgets the receiver',
    () => {
      const cache = new Map<number, number>();
      return {
        baseline(this: Rate, n: number) {
          return n * this.factor;
        },
        candidate(this: Rate, n: number) {
          const known = cache.get(n) ?? n * this.factor;
          cache.set(n, known);
          return known;
        },
        reset: () => cache.clear(),
        inputs: { sizes: [3, 5], args: (n) => [n], receiver: (n, random) => new Rate(n + random()) },
      };
    },
  ],
  [
    'a list flattened into a key',
    () => ({
      ...memoized(
        (xs: number[]) => xs.length,
        ([xs]) => (xs as number[]).join(''),
      ),
      inputs: ofIntegers,
    }),
  ],
  [
    'JSON as a key',
    () => ({
      ...memoized(
        (xs: number[]) => String(xs[0]),
        ([xs]) => JSON.stringify(xs),
      ),
      inputs: ofFloats,
    }),
  ],
  [
    'the keys come in another order',
    () => ({
      baseline: (n: number) => ({ low: n, high: n * 2 }),
      candidate: (n: number) => ({ high: n * 2, low: n }),
      inputs: ofNumber,
    }),
  ],
  [
    'holes are filled',
    () => ({
      baseline: (n: number) => {
        const xs = new Array<number>(n);
        for (let i = 0; i < n; i += 2) xs[i] = i;
        return xs;
      },
      candidate: (n: number) => Array.from({ length: n }, (_, i) => (i % 2 === 0 ? i : undefined)),
      inputs: ofNumber,
    }),
  ],
  [
    'the error is another one',
    () => ({
      baseline: (n: number) => {
        if (n > 10) throw new RangeError(`too large: ${n}`);
        return n;
      },
      candidate: (n: number) => {
        if (n > 10) throw new Error(`too large: ${n}`);
        return n;
      },
      inputs: { sizes: [5, 20], args: (n) => [n] },
    }),
  ],
  [
    'work done before an error is lost',
    () => ({
      baseline: (xs: number[]) => {
        for (let i = 0; i < xs.length; i++) {
          if (Number.isNaN(xs[i])) throw new Error('NaN');
          xs[i] = 0;
        }
      },
      candidate: (xs: number[]) => {
        if (xs.some(Number.isNaN)) throw new Error('NaN');
        xs.fill(0);
      },
      inputs: fixed(
        () => [[1, 2, Number.NaN]],
        () => [[1, 2, 3]],
      ),
    }),
  ],
  [
    'the input is left unsorted',
    () => ({
      baseline: (xs: number[]) => xs.sort((a, b) => a - b),
      candidate: (xs: number[]) => [...xs].sort((a, b) => a - b),
      inputs: ofFloats,
    }),
  ],
  [
    'a promise in place of a value',
    () => ({ baseline: square, candidate: async (n: number) => n * n, inputs: ofNumber }),
  ],
  [
    'results in the order of completion',
    () => ({
      baseline: async (xs: number[]) => Promise.all(xs.map(async (x) => x)),
      candidate: async (xs: number[]) => {
        const out: number[] = [];
        await Promise.all(
          xs.map(
            (x, i) =>
              new Promise<void>((done) =>
                setTimeout(
                  () => {
                    out.push(x);
                    done();
                  },
                  (xs.length - i) % 3,
                ),
              ),
          ),
        );
        return out;
      },
      inputs: { sizes: [3, 4], args: (n, random) => [floats(n, random)] },
      task: { budgetMs: 4_000 },
    }),
  ],
  [
    'surrogate pairs are split',
    () => ({ baseline: (s: string) => [...s].length, candidate: (s: string) => s.length, inputs: ofWord }),
  ],
  [
    'a method called on another radix',
    () => ({
      baseline: (xs: string[]) => xs.map((x) => Number.parseInt(x, 10)),
      candidate: (xs: string[]) => xs.map(Number.parseInt),
      inputs: { sizes: [1, 2], args: (n) => [Array.from({ length: n }, () => '7')] },
    }),
  ],
  [
    'rounding to even',
    () => ({
      baseline: (xs: number[]) => xs.map(Math.round),
      candidate: (xs: number[]) => xs.map((x) => Math.floor(x + 0.5)),
      inputs: ofFloats,
    }),
  ],
  [
    'a remainder without its sign',
    () => ({ baseline: (n: number) => n % 3, candidate: (n: number) => ((n % 3) + 3) % 3, inputs: ofNumber }),
  ],
  [
    'console output is missing',
    () => ({
      baseline: (n: number) => {
        process.stdout.write(`n is ${n}\n`);
        return n;
      },
      candidate: (n: number) => n,
      inputs: ofNumber,
    }),
  ],
  [
    'an endless loop at 0',
    () => ({
      baseline: (n: number) => {
        let steps = 0;
        while (n > 0) {
          n -= 1;
          steps++;
        }
        return steps;
      },
      candidate: (n: number) => {
        let steps = 0;
        do {
          n -= 1;
          steps++;
        } while (n !== 0);
        return steps;
      },
      inputs: ofNumber,
      task: { callDeadlineMs: 300 },
    }),
  ],
  [
    'a rectangular area with sides mixed up',
    () => ({
      baseline: (w: number, h: number, px: number[]) => {
        let t = 0;
        for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) t += (px[y * w + x] ?? 0) * y;
        return t;
      },
      candidate: (w: number, h: number, px: number[]) => {
        let t = 0;
        for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) t += (px[y * h + x] ?? 0) * y;
        return t;
      },
      inputs: fixed(
        () => [4, 4, Array.from({ length: 16 }, (_, i) => i)],
        () => [3, 3, Array.from({ length: 9 }, (_, i) => i)],
      ),
    }),
  ],
];

export const rightRewrites: readonly NamedRewrite[] = [
  [
    'a closure written in another way',
    () => ({
      baseline: (n: number) => (x: number) => x + n,
      candidate: (n: number) => {
        const add = (x: number): number => x + n;
        return add;
      },
      inputs: ofNumber,
    }),
  ],
  [
    'a function in the result that counts for ever',
    () => {
      let [made, alsoMade] = [0, 0];
      return {
        baseline: (n: number) => ({ n, ticket: () => ++made }),
        candidate: (n: number) => ({ n, ticket: () => ++alsoMade }),
        inputs: ofNumber,
      };
    },
  ],
  [
    "the caller's function called as often, with the same",
    () => ({
      baseline: visitEach,
      candidate: (xs: number[], visit: (x: number, index: number) => void) => {
        for (let index = 0; index < xs.length; index++) visit(xs[index] as number, index);
        return xs.length;
      },
      inputs: withVisitor,
    }),
  ],
  [
    'a result that is the function it was handed',
    () => ({
      baseline: (n: number, pick: (x: number) => number) => (n > 3 ? pick : undefined),
      candidate: (n: number, pick: (x: number) => number) => {
        if (n > 3) return pick;
        return undefined;
      },
      inputs: { sizes: [4, 9], args: (n) => [n, (x: number) => x * 2] },
    }),
  ],
  [
    'a sieve over bytes',
    () => ({
      baseline: (n: number) => {
        const flags = new Array<boolean>(n + 1).fill(true);
        let c = 0;
        for (let i = 2; i <= n; i++)
          if (flags[i]) {
            c++;
            for (let j = i * i; j <= n; j += i) flags[j] = false;
          }
        return c;
      },
      candidate: (n: number) => {
        const flags = new Uint8Array(new Array(n + 1).length).fill(1);
        let c = 0;
        for (let i = 2; i <= n; i++)
          if (flags[i]) {
            c++;
            for (let j = i * i; j <= n; j += i) flags[j] = 0;
          }
        return c;
      },
      inputs: { sizes: [20, 100], args: (n) => [n] },
    }),
  ],
  [
    'memoized Fibonacci',
    () => {
      const cache = new Map<number, number>();
      const slow = (n: number): number => (n < 2 ? n : slow(n - 1) + slow(n - 2));
      const fast = (n: number): number => {
        const known = cache.get(n);
        if (known !== undefined) return known;
        const value = n < 2 ? n : fast(n - 1) + fast(n - 2);
        cache.set(n, Object.is(n, -0) ? 0 : value);
        return value;
      };
      return {
        baseline: slow,
        candidate: (n: number) => (Object.is(n, -0) ? -0 : fast(n)),
        reset: () => cache.clear(),
        inputs: { sizes: [10, 15], args: (n) => [n] },
      };
    },
  ],
  [
    'a cache that keeps types and order apart',
    () => {
      const cache = new Map<string, string>();
      const join = (a: string, b: string): string => `${a.length}:${b.length}:${a}${b}`;
      return {
        baseline: join,
        candidate: (a: string, b: string) => {
          const key = `${a.length}|${a}|${b}`;
          const known = cache.get(key) ?? join(a, b);
          cache.set(key, known);
          return known;
        },
        reset: () => cache.clear(),
        inputs: ofTwoWords,
      };
    },
  ],
  [
    'edit distance on one typed row',
    () => ({
      baseline: (a: string, b: string) => {
        let prev = Array.from({ length: b.length + 1 }, (_, j) => j);
        for (let i = 1; i <= a.length; i++) {
          const cur = [i];
          for (let j = 1; j <= b.length; j++)
            cur[j] = Math.min(
              (prev[j] ?? 0) + 1,
              (cur[j - 1] ?? 0) + 1,
              (prev[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
            );
          prev = cur;
        }
        return prev[b.length];
      },
      candidate: (a: string, b: string) => {
        let prev = Float64Array.from({ length: b.length + 1 }, (_, j) => j);
        let cur = new Float64Array(b.length + 1);
        for (let i = 1; i <= a.length; i++) {
          cur[0] = i;
          for (let j = 1; j <= b.length; j++)
            cur[j] = Math.min(
              (prev[j] ?? 0) + 1,
              (cur[j - 1] ?? 0) + 1,
              (prev[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
            );
          [prev, cur] = [cur, prev];
        }
        return prev[b.length];
      },
      inputs: ofTwoWords,
    }),
  ],
  [
    'a matrix product over flat rows',
    () => ({
      baseline: (a: number[][], b: number[][]) =>
        a.map((row) => (b[0] ?? []).map((_, j) => row.reduce((t, x, k) => t + x * (b[k]?.[j] ?? Number.NaN), 0))),
      candidate: (a: number[][], b: number[][]) => {
        const width = b[0]?.length ?? 0;
        const out: number[][] = [];
        for (const row of a) {
          const line: number[] = [];
          for (let j = 0; j < width; j++) {
            let t = 0;
            for (let k = 0; k < row.length; k++) t += (row[k] ?? 0) * (b[k]?.[j] ?? Number.NaN);
            line.push(t);
          }
          out.push(line);
        }
        return out;
      },
      inputs: { sizes: [4, 8], args: (n, random) => [matrix(n, random), matrix(n, random)] },
    }),
  ],
  [
    'an in-place sort',
    () => ({
      baseline: (xs: number[]) => {
        xs.sort((a, b) => a - b);
      },
      candidate: (xs: number[]) => {
        const sorted = [...xs].sort((a, b) => a - b);
        for (const [i, x] of sorted.entries()) xs[i] = x;
      },
      inputs: ofFloats,
    }),
  ],
  [
    'the same errors',
    () => ({
      baseline: (n: number) => {
        if (n > 10) throw new RangeError(`too large: ${n}`);
        return n;
      },
      candidate: (n: number) => {
        if (!(n > 10)) return n;
        throw new RangeError(`too large: ${n}`);
      },
      inputs: { sizes: [5, 20], args: (n) => [n] },
    }),
  ],
  [
    'instances made by a class',
    () => ({
      baseline: (n: number) => new Rate(n * 2),
      candidate: (n: number) =>
        new (class Rate {
          factor: number;
          constructor(f: number) {
            this.factor = f;
          }
        })(n + n),
      inputs: ofNumber,
    }),
  ],
  [
    'a batch of calls',
    () => ({
      baseline: sum,
      candidate: async (lists: number[][][]) => Promise.all(lists.map(async ([xs]) => sum(xs ?? []))),
      inputs: ofFloats,
      task: { batch: true },
    }),
  ],
  [
    'an async version, declared as such',
    () => ({
      baseline: square,
      candidate: async (n: number) => n * n,
      inputs: ofNumber,
      task: { mayBecomeAsync: true },
    }),
  ],
  [
    'a reassociated sum within its tolerance',
    () => ({
      baseline: sum,
      candidate: (xs: number[]) => {
        let a = 0;
        let b = 0;
        for (let i = 0; i < xs.length; i++)
          if (i % 2 === 0) a += xs[i] ?? 0;
          else b += xs[i] ?? 0;
        return a + b;
      },
      inputs: ofFloats,
      task: { tolerance: 1e-12 },
    }),
  ],
  [
    'a method with its receiver',
    () => ({
      baseline(this: Rate, n: number) {
        this.factor += n;
        return this.factor;
      },
      candidate(this: Rate, n: number) {
        const next = this.factor + n;
        this.factor = next;
        return next;
      },
      inputs: { sizes: [3, 5], args: (n) => [n], receiver: (n) => new Rate(n), sequence: (n) => [[n], [1], [n]] },
    }),
  ],
  [
    'a generator',
    () => ({
      baseline: function* (n: number) {
        for (let i = 0; i < n; i++) yield i * i;
      },
      candidate: function* (n: number) {
        for (let i = 0; i < n; i++) yield i ** 2;
      },
      inputs: ofNumber,
    }),
  ],
  [
    'the same promises, the same rejections',
    () => ({
      baseline: async (n: number) => {
        if (n > 15) throw new TypeError('no');
        return { n };
      },
      candidate: (n: number) => (n > 15 ? Promise.reject(new TypeError('no')) : Promise.resolve({ n })),
      inputs: ofNumber,
    }),
  ],
];

/** Answers differently each time: nothing can be said about a rewrite of it. */
export const unsteady: Rewrite = { baseline: () => ++calls, candidate: () => ++calls, inputs: ofNumber };

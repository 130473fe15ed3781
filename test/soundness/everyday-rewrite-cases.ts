// Everyday code in the very forms that are rewritten, with one thing that is different: queues, copies that grow, searches, tails of loops, products.
import type { SoundnessCase } from './soundness-case.ts';

const slow = `
function slow(n: number): number { let s = n; for (let k = 0; k < 5; k++) s = (s * 7 + k) % 1013; return s; }
`;
export const everydayRewriteCases: readonly SoundnessCase[] = [
  {
    id: 'everyday-rewrite-1',
    trap: 'find whose predicate throws after the hit',
    source:
      slow +
      `
export function firstBig(xs: readonly string[]): string | undefined {
  return xs.find((x) => { const n = slow(x.length); if (x === '') throw new Error('empty'); return n > 500; });
}
`,
    calls: () => [
      [['a', 'bb', '']],
      [['', 'a']],
      [[]],
      [['a']],
      [Array.from({ length: 40 }, (_, i) => 'x'.repeat(i + 1))],
      [[...Array.from({ length: 40 }, (_, i) => 'x'.repeat(i + 1)), '']],
    ],
  },
  {
    id: 'everyday-rewrite-2',
    trap: 'stops when the sum is enough',
    source:
      slow +
      `
export function until(xs: readonly number[], limit: number): number {
  let sum = 0;
  for (const x of xs) { sum += slow(x); if (sum > limit) break; }
  return sum;
}
`,
    calls: () => [
      [[1, 2, 3], 100],
      [[], 1],
      [[1, 2, 3], -1],
      [[1], NaN],
    ],
  },
  {
    id: 'everyday-rewrite-3',
    trap: 'the tail reads what the head of a later iteration would see',
    source:
      slow +
      `
export function drift(xs: number[]): number[] {
  const out: number[] = [];
  for (let i = 0; i < xs.length; i++) { const v = slow(xs[i]!); out.push(v + out.length); xs[(i + 1) % xs.length] = v; }
  return out;
}
`,
    calls: () => [[[1, 2, 3]], [[]], [[5]]],
  },
  {
    id: 'everyday-rewrite-4',
    trap: 'best with ties, the object is the original',
    source:
      slow +
      `
export function best(xs: readonly { n: number }[]): { n: number } | null {
  let found: { n: number } | null = null;
  let top = -1;
  for (const x of xs) { const v = slow(x.n); if (v >= top) { top = v; found = x; } }
  return found;
}
`,
    calls: () => [[[{ n: 1 }, { n: 2 }, { n: 1 }]], [[]]],
    scenario: async (call) => {
      const a = { n: 1 };
      const b = { n: 1 };
      return (await call([a, b])) === b;
    },
  },
  {
    id: 'everyday-rewrite-5',
    trap: 'queue with priority to the front',
    source: `
export function schedule(jobs: readonly number[]): number[] {
  const queue: number[] = [...jobs];
  const done: number[] = [];
  while (queue.length > 0) {
    const job = queue.shift()!;
    if (job > 10) { queue.unshift(job - 10); continue; }
    done.push(job);
    if (job === 7) queue.splice(0, 1);
  }
  return done;
}
`,
    calls: () => [[[25, 7, 3, 4]], [[]], [[7]], [[-0, NaN]]],
  },
  {
    id: 'everyday-rewrite-6',
    trap: 'queue given to a function in the loop',
    source: `
const peek = (q: number[]): number => q[0] ?? -1;
export function pairs(xs: readonly number[]): number[] {
  const queue = xs.slice();
  const out: number[] = [];
  while (queue.length) { const x = queue.shift()!; out.push(x * 10 + peek(queue)); if (x === 5) queue.push(1); }
  return out;
}
`,
    calls: () => [[[1, 5, 2]], [[]], [[5]]],
  },
  {
    id: 'everyday-rewrite-7',
    trap: 'queue kept in a longer life than the loop',
    source: `
export function batches(xs: readonly number[], size: number): number[][] {
  const queue = [...xs];
  const out: number[][] = [];
  while (queue.length > 0) {
    const batch: number[] = [];
    while (queue.length > 0 && batch.length < size) batch.push(queue.shift()!);
    out.push(batch);
    if (out.length > 50) break;
  }
  return [...out, queue];
}
`,
    calls: () => [
      [[1, 2, 3, 4, 5], 2],
      [[], 2],
      [[1], 0],
      [[1, 2], NaN],
    ],
  },
  {
    id: 'everyday-rewrite-8',
    trap: 'two queues change places',
    source: `
export function levels(tree: readonly (readonly number[])[]): number[][] {
  let now = [0];
  let next: number[] = [];
  const out: number[][] = [];
  while (now.length > 0 && out.length < 10) {
    const seen: number[] = [];
    while (now.length > 0) { const n = now.shift()!; seen.push(n); for (const k of tree[n] ?? []) next.push(k); }
    out.push(seen);
    [now, next] = [next, now];
  }
  return out;
}
`,
    calls: () => [[[[1, 2], [3], [], [0]]], [[]], [[[1]]]],
  },
  {
    id: 'everyday-rewrite-9',
    trap: 'spread accumulator starts as a parameter object with a getter',
    source: `
export function counted(words: readonly string[], start: Record<string, number> = {}): Record<string, number> {
  let counts = start;
  for (const w of words) counts = { ...counts, [w]: (counts[w] ?? 0) + 1 };
  return counts;
}
`,
    calls: () => {
      const s = { a: 5 };
      return [
        [['a', 'b', 'a']],
        [['a'], s],
        [[], s],
        [['constructor']],
        [['__proto__', '__proto__']],
        [['1', '0', 'z', '1']],
      ];
    },
    scenario: async (call) => {
      const s = { a: 1 };
      const r = await call([], s);
      const q = await call(['a'], s);
      return [r === s, q === s, s];
    },
  },
  {
    id: 'everyday-rewrite-10',
    trap: 'list grown by copies and handed out in the middle',
    source: `
export function prefixes(xs: readonly string[], on: (soFar: string[]) => void): string[] {
  let all: string[] = [];
  for (const x of xs) { all = [...all, x]; on(all); }
  return all;
}
`,
    calls: () => [],
    scenario: async (call) => {
      const seen: string[][] = [];
      const r = await call(['a', 'b', 'c'], (s: string[]) => {
        seen.push(s);
      });
      return [r, seen];
    },
  },
  {
    id: 'everyday-rewrite-11',
    trap: 'matrix product by hand, one is transposed and aliased with the output',
    source: `
export function square(a: number[][], out: number[][]): void {
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < a.length; j++) {
      let s = 0;
      for (let k = 0; k < a.length; k++) s += a[i]![k]! * a[k]![j]!;
      out[i]![j] = s;
    }
}
`,
    calls: () => {
      const m = [
        [1, 2],
        [3, 4],
      ];
      const r = [1, 2];
      return [
        [
          [
            [1, 2],
            [3, 4],
          ],
          [
            [0, 0],
            [0, 0],
          ],
        ],
        [m, m],
        [
          [r, r],
          [[], []],
        ],
        [
          [
            [1, 2],
            [3, 4],
          ],
          [r, r],
        ],
        [[], []],
        [
          [[1, 2], [3]],
          [
            [0, 0],
            [0, 0],
          ],
        ],
        [[[1]], []],
        [
          [
            [1, 2],
            [3, 4],
          ],
          [m[0], [9, 9]],
        ],
      ] as readonly (readonly unknown[])[];
    },
  },
  {
    id: 'everyday-rewrite-12',
    trap: 'sliding window maximum with a deque of indices',
    source: `
export function windowMax(xs: readonly number[], k: number): number[] {
  const deque: number[] = [];
  const out: number[] = [];
  for (let i = 0; i < xs.length; i++) {
    while (deque.length > 0 && deque[0]! <= i - k) deque.shift();
    while (deque.length > 0 && xs[deque[deque.length - 1]!]! <= xs[i]!) deque.pop();
    deque.push(i);
    if (i >= k - 1) out.push(xs[deque[0]!]!);
  }
  return out;
}
`,
    calls: () => [
      [[1, 3, -1, -3, 5, 3], 3],
      [[], 2],
      [[1, 2], 0],
      [[NaN, 1, 2], 2],
      [[1, 2, 3], 1.5],
      [[-0, 0], 1],
      [[1, 2], -1],
    ],
  },
];

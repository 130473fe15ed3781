// Everyday code on lists and graphs: queues, lists that are searched and change, holes, zeros of both signs, NaN, arguments that are one object.

import type { SoundnessCase } from './soundness-case.ts';
import { sparse, withHole } from './sparse.ts';

export const everydayListCases: readonly SoundnessCase[] = [
  {
    id: 'everyday-list-1',
    trap: 'lookups in a list that the loop adds to',
    source: `
export function closure(start: number[], edges: [number, number][]): number[] {
  const reached = [...start];
  for (let i = 0; i < reached.length; i++) {
    for (const [from, to] of edges) if (from === reached[i] && !reached.includes(to)) reached.push(to);
  }
  return reached;
}
`,
    calls: () => [
      [
        [1],
        [
          [1, 2],
          [2, 3],
          [3, 1],
          [4, 5],
        ],
      ],
      [[], [[1, 2]]],
      [[NaN], [[NaN, 1]]],
      [
        [-0],
        [
          [0, 5],
          [5, -0],
        ],
      ],
    ],
  },
  {
    id: 'everyday-list-2',
    trap: 'breadth first with shift, and the queue is answered',
    source: `
export function bfs(graph: Record<string, string[]>, start: string): { order: string[]; left: string[] } {
  const queue = [start];
  const seen = new Set([start]);
  const order: string[] = [];
  while (queue.length > 0) {
    const node = queue.shift()!;
    order.push(node);
    if (order.length > 4) break;
    for (const next of graph[node] ?? []) if (!seen.has(next)) { seen.add(next); queue.push(next); }
  }
  return { order, left: queue };
}
`,
    calls: () => [
      [{ a: ['b', 'c'], b: ['d'], c: ['d', 'e', 'f'], d: ['g'] }, 'a'],
      [{}, 'q'],
      [{ a: ['a'] }, 'a'],
      [{ constructor: ['x'] }, 'toString'],
    ],
  },
  {
    id: 'everyday-list-3',
    trap: 'topological order with counts, cycle throws',
    source: `
export function order(n: number, edges: readonly (readonly [number, number])[]): number[] {
  const incoming = new Array<number>(n).fill(0);
  const next: number[][] = Array.from({ length: n }, () => []);
  for (const [a, b] of edges) { next[a]!.push(b); incoming[b]!++; }
  const ready: number[] = [];
  for (let i = 0; i < n; i++) if (incoming[i] === 0) ready.push(i);
  const out: number[] = [];
  while (ready.length > 0) {
    const a = ready.pop()!;
    out.push(a);
    for (const b of next[a]!) if (--incoming[b]! === 0) ready.push(b);
  }
  if (out.length !== n) throw new Error('cycle through ' + incoming.findIndex((x) => x > 0));
  return out;
}
`,
    calls: () => [
      [
        4,
        [
          [0, 1],
          [1, 2],
          [0, 3],
        ],
      ],
      [
        2,
        [
          [0, 1],
          [1, 0],
        ],
      ],
      [0, []],
      [2, [[0, 5]]],
      [
        3,
        [
          [0, 1],
          [0, 1],
          [1, 2],
        ],
      ],
      [-1, []],
      [1.5, []],
    ],
  },
  {
    id: 'everyday-list-4',
    trap: 'a labelled break leaves both loops with the sum',
    source: `
export function firstPair(xs: number[], target: number): [number, number] | undefined {
  let found: [number, number] | undefined;
  search: for (let i = 0; i < xs.length; i++) {
    for (let j = i + 1; j < xs.length; j++) {
      if (xs[i]! + xs[j]! === target) { found = [i, j]; break search; }
      if (xs[j]! < 0) continue search;
    }
  }
  return found;
}
`,
    calls: () => [
      [[1, 2, 3, 4], 7],
      [[1, -2, 9], 10],
      [[], 0],
      [sparse(2), 10],
      [[NaN, 1], NaN],
      [[0, -0], 0],
    ],
  },
  {
    id: 'everyday-list-5',
    trap: 'collected list that begins as an argument',
    source: `
export function extend(base: number[], xs: number[]): number[] {
  let all = base;
  for (const x of xs) all = [...all, x * 2];
  return all;
}
`,
    calls: () => {
      const same = [1, 2];
      return [
        [[1], [2, 3]],
        [[], []],
        [same, same],
        [[1], []],
      ];
    },
    scenario: async (call) => {
      const b = [1];
      const r = await call(b, []);
      const q = await call(b, [2]);
      return [r === b, q === b, b];
    },
  },
  {
    id: 'everyday-list-6',
    trap: 'the list that is asked loses what was found',
    source: `
export function dedupe(xs: number[], banned: number[]): number[] {
  const out: number[] = [];
  for (const x of xs) {
    if (banned.includes(x)) { banned.splice(banned.indexOf(x), 1); continue; }
    out.push(x);
  }
  return out;
}
`,
    calls: () => {
      const same = [1, 2];
      return [
        [[1, 1, 2], [1]],
        [[], [1]],
        [[NaN], [NaN]],
        [same, same],
      ];
    },
  },
  {
    id: 'everyday-list-7',
    trap: 'arguments of one call are one object',
    source: `
export function add(a: number[], b: number[]): number[] {
  for (let i = 0; i < a.length; i++) a[i] = a[i]! + b[b.length - 1 - i]!;
  return a;
}
`,
    calls: () => {
      const same = [1, 2, 3, 4];
      return [
        [
          [1, 2],
          [3, 4],
        ],
        [same, same],
        [[1, 2, 3], [1]],
        [[], []],
      ];
    },
  },
  {
    id: 'everyday-list-8',
    trap: 'moving average with NaN and minus zero',
    source: `
export function smooth(xs: readonly number[], w: number): number[] {
  const out: number[] = [];
  for (let i = 0; i + w <= xs.length; i++) {
    let s = 0;
    for (let j = i; j < i + w; j++) s += xs[j]!;
    out.push(s / w);
  }
  return out;
}
`,
    calls: () => [
      [[1, 2, 3, 4], 2],
      [[-0, -0], 1],
      [[NaN, 1, 2], 2],
      [[1, 2], 0],
      [[1, 2], -1],
      [sparse(2), 3],
      [[1, 2, 3], 1.5],
      [[1e308, 1e308], 2],
      [[], 1],
    ],
  },
  {
    id: 'everyday-list-9',
    trap: 'sparse arrays through every method',
    source: `
export function tour(xs: readonly number[]): unknown[] {
  const a = xs.map((x) => x + 1);
  const b = xs.filter((x) => x > 0).map((x, i) => x * i);
  const c = xs.flatMap((x) => [x, x]);
  const d = xs.some((x) => x === undefined);
  const e = xs.reduce((s, x) => s + x, 0);
  const f = [...xs].map((x) => x ?? 'hole');
  return [a, b, c, d, e, f, xs.findIndex((x) => x === undefined), xs.indexOf(undefined as unknown as number)];
}
`,
    calls: () => [[sparse(0, 3)], [[]], [new Array<number>(3)], [sparse()], [[NaN, -0]]],
  },
  {
    id: 'everyday-list-10',
    trap: 'swaps by destructuring, in place and with itself',
    source: `
export function shuffle(xs: number[], seeds: readonly number[]): number[] {
  for (let i = xs.length - 1; i > 0; i--) {
    const j = seeds[i % seeds.length]! % (i + 1);
    [xs[i], xs[j]] = [xs[j]!, xs[i]!];
  }
  return xs;
}
`,
    calls: () => {
      const same = [3, 1, 2];
      return [
        [
          [1, 2, 3, 4],
          [7, 5, 3],
        ],
        [[], [1]],
        [[1, 2], []],
        [same, same],
        [[1, 2, 3], [-1]],
        [[1, 2, 3], [0.5]],
        [sparse(1), [2]],
      ];
    },
  },
  {
    id: 'everyday-list-11',
    trap: 'a switch that falls through, numbers in hex',
    source: `
export function score(codes: Uint8Array): number {
  let s = 0;
  for (let i = 0; i < codes.length; i++) {
    switch (codes[i]) {
      case 0x61: s += 1;
      // falls through
      case 0x62: s += 2; break;
      case 0x63: continue;
      default: s -= 1;
    }
    s = (s * 31) | 0;
  }
  return s;
}
`,
    calls: () => [[Uint8Array.of(97, 98, 99, 1)], [new Uint8Array()], [new Uint8Array(200).fill(97)]],
  },
  {
    id: 'everyday-list-12',
    trap: 'checksum that leaves 53 bits',
    source: `
export function checksum(xs: number[]): number {
  let h = 7;
  for (const x of xs) h = (h * 31 + x) % 1000000007;
  return h;
}
`,
    calls: () => [[[1, 2, 3]], [[1e300]], [[-5]], [[]], [[NaN]], [[2 ** 53, 1]], [sparse(1)], [[-7]], [[0.5]]],
  },
  {
    id: 'everyday-list-13',
    trap: 'unbounded knapsack with fractional weights',
    source: `
export function knapsack(weights: number[], values: number[], capacity: number): number {
  const best = new Array<number>(capacity + 1).fill(0);
  for (let c = 0; c <= capacity; c++)
    for (let i = 0; i < weights.length; i++)
      if (weights[i]! <= c) best[c] = Math.max(best[c]!, best[c - weights[i]!]! + values[i]!);
  return best[capacity]!;
}
`,
    calls: () => [
      [[1, 2], [3, 5], 4],
      [[0.5], [1], 2],
      [[0], [1], 2],
      [[-1], [1], 2],
      [[1], [], 2],
      [[], [], 0],
      [[1], [1], -1],
      [[1], [1], 1.5],
      [[NaN], [1], 2],
    ],
  },
  {
    id: 'everyday-list-14',
    trap: 'queue that is taken from with a question mark',
    source: `
export function rounds(start: number, next: readonly (readonly number[])[]): number[] {
  const queue: number[] = [start];
  const seen: boolean[] = [];
  const out: number[] = [];
  let node: number | undefined;
  while ((node = queue.shift()) !== undefined) {
    if (seen[node]) continue;
    seen[node] = true;
    out.push(node);
    queue.push(...(next[node] ?? []));
  }
  return out;
}
`,
    calls: () => [
      [0, [[1, 2], [2], [0, 3]]],
      [5, []],
      [0, [[undefined as unknown as number, 1], [2]]],
      [NaN, []],
      [-0, [[0]]],
      [0, [[-1, 1.5], [0]]],
    ],
  },
  {
    id: 'everyday-list-15',
    trap: 'queue whose length is asked in the loop and after it',
    source: `
export function widest(root: { kids: { kids: never[] }[] } | undefined): [number, number] {
  const queue: { kids: { kids: never[] }[] }[] = root ? [root] : [];
  let widest = 0;
  while (queue.length > 0) {
    widest = Math.max(widest, queue.length);
    const node = queue.shift()!;
    for (const kid of node.kids) queue.push(kid);
    if (widest > 5) break;
  }
  return [widest, queue.length];
}
`,
    calls: () => {
      const leaf = { kids: [] };
      return [
        [undefined],
        [leaf],
        [{ kids: [leaf, leaf, { kids: [leaf] }] }],
        [{ kids: [leaf, leaf, leaf, leaf, leaf, leaf, leaf] }],
      ];
    },
  },
  {
    id: 'everyday-list-16',
    trap: 'a recursion over an array it slices',
    source: `
export function best(xs: readonly number[], i = 0): number {
  if (i >= xs.length) return 0;
  return Math.max(best(xs, i + 1), xs[i]! + best(xs, i + 2));
}
`,
    calls: () => {
      const same = [5, 1, 9];
      return [[[3, 2, 7, 10]], [[]], [same], [same, 1], [[NaN, 1]], [[-5]], [[-0]], [withHole(1, 3)]];
    },
    scenario: async (call) => {
      const xs = [1, 2, 3];
      const a = await call(xs);
      xs[0] = 100;
      return [a, await call(xs)];
    },
  },
  {
    id: 'everyday-list-itself-1',
    trap: 'a loop through a list, around a loop through the same list',
    source: `
export function f(values: readonly number[]): number[] {
  const sums: number[] = [];
  for (const a of values) for (const b of values) sums.push(a * 10 + b);
  return sums;
}
`,
    calls: () => [[[1, 2, 3, 4, 5]], [[]], [[7]]],
  },
  {
    id: 'everyday-list-itself-2',
    trap: 'a search for the first that has a partner in the same list',
    source: `
export function f(values: readonly number[]): number {
  for (const a of values) {
    let partners = 0;
    for (const b of values) if (a + b === 6) partners++;
    if (partners > 1) return a;
  }
  return -1;
}
`,
    calls: () => [[[1, 2, 3, 4, 4, 5, 2]], [[]], [[3]], [[3, 3]]],
  },
  {
    id: 'everyday-list-itself-3',
    trap: 'the best of a list by what the whole list says of it',
    source: `
export function f(points: readonly { readonly x: number; readonly y: number }[]): number {
  let best = Infinity;
  for (const a of points) {
    let sum = 0;
    for (const b of points) sum += Math.hypot(a.x - b.x, a.y - b.y);
    if (sum < best) best = sum;
  }
  return best;
}
`,
    calls: () => [[Array.from({ length: 7 }, (_, i) => ({ x: (i * 5) % 7, y: i }))], [[]]],
  },
];

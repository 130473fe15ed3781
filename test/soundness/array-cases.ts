// Traps for whoever turns plain arrays into typed ones (31-47).
import type { SoundnessCase } from './soundness-case.ts';

export const arrayCases: readonly SoundnessCase[] = [
  {
    id: '31',
    trap: 'the default order is that of strings',
    source: `
export function ordered(n: number): number[] {
  const a = new Array<number>(n).fill(0);
  for (let i = 0; i < n; i++) a[i] = (i * 7) % n;
  return a.sort();
}
`,
    calls: () => [[0], [3], [12], [30]],
  },
  {
    id: '32',
    trap: 'an element that was never set is undefined, not zero',
    source: `
export function fib(n: number): number {
  const memo: number[] = new Array(n + 1);
  const f = (k: number): number => {
    if (k < 2) return k;
    const known = memo[k];
    if (known !== undefined) return known;
    return (memo[k] = f(k - 1) + f(k - 2));
  };
  return f(n);
}
`,
    calls: () => [[0], [1], [2], [20]],
  },
  {
    id: '32b',
    trap: 'zero is a value that ?? keeps',
    source: `
export function counts(xs: number[]): number {
  const seen: number[] = new Array(10);
  for (const x of xs) seen[x % 10] = (seen[x % 10] ?? 5) + 1;
  let s = 0;
  for (let i = 0; i < 10; i++) s += seen[i] ?? -1;
  return s;
}
`,
    calls: () => [[[]], [[1, 1, 2]], [[0, 10, 20]]],
  },
  {
    id: '33',
    trap: 'writing past the end makes the array longer',
    source: `
export function spread(n: number): number {
  const a = new Array<number>(n).fill(0);
  for (let i = 0; i <= n; i++) a[i] = i;
  return a.length;
}
`,
    calls: () => [[0], [1], [5]],
  },
  {
    id: '34',
    trap: 'halves do not fit in whole numbers',
    source: `
export function halves(xs: number[]): number {
  const a = new Array<number>(xs.length).fill(0);
  for (let i = 0; i < xs.length; i++) a[i] = xs[i]! / 2;
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i]!;
  return s;
}
`,
    calls: () => [[[2, 4, 6]], [[1, 3]], [[]]],
  },
  {
    id: '35',
    trap: 'counters overflow narrow kinds',
    source: `
export function totals(n: number): number {
  const a = new Array<number>(3).fill(0);
  for (let i = 0; i < n; i++) a[i % 3]! += 100000000;
  return a[0]! + a[1]! * 2 + a[2]! * 3;
}
`,
    calls: () => [[0], [5], [100]],
  },
  {
    id: '36',
    trap: 'minus zero and NaN get lost in whole numbers',
    source: `
export function signs(xs: number[]): number {
  const a = new Array<number>(xs.length).fill(0);
  for (let i = 0; i < xs.length; i++) a[i] = xs[i]! * -1;
  let s = 0;
  for (let i = 0; i < a.length; i++) s += 1 / a[i]!;
  return s;
}
`,
    calls: () => [[[0]], [[-0]], [[1, 2]], [[Number.NaN]], [[]]],
  },
  {
    id: '37',
    trap: 'tenths and large identifiers do not fit in 32-bit floats',
    source: `
export function ids(n: number): number {
  const a = new Array<number>(n).fill(0.1);
  for (let i = 0; i < n; i++) a[i]! += 16777217 * i;
  let s = 0;
  for (let i = 0; i < n; i++) s += a[i]! % 1000;
  return s;
}
`,
    calls: () => [[0], [1], [10]],
  },
  {
    id: '38',
    trap: 'typed arrays print, test and join differently',
    source: `
export function shown(n: number): string {
  const a = new Array<number>(n).fill(1);
  for (let i = 0; i < n; i++) a[i] = i * 2;
  return JSON.stringify(a) + String(Array.isArray(a)) + [0].concat(a).length;
}
`,
    calls: () => [[0], [1], [4]],
  },
  {
    id: '38b',
    trap: 'the caller gets the array',
    source: `
export function squares(n: number): number[] {
  const a = new Array<number>(n).fill(0);
  for (let i = 0; i < n; i++) a[i] = i * i;
  return a;
}
`,
    calls: () => [[0], [1], [5], [200]],
    scenario: async (call) => {
      const a = (await call(3)) as number[];
      a.push(7);
      return [a, Array.isArray(a), JSON.stringify(a), await call(3)];
    },
  },
  {
    id: '39',
    trap: 'two rows change places, one of them converted',
    source: `
export function lev(a: string, b: string): number {
  let prev: number[] = [];
  for (let j = 0; j <= b.length; j++) prev.push(j);
  let cur = new Array<number>(b.length + 1).fill(0);
  for (let i = 1; i <= a.length; i++) {
    cur[0] = i;
    for (let j = 1; j <= b.length; j++) {
      cur[j] = Math.min(prev[j]! + 1, cur[j - 1]! + 1, prev[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    const t = prev;
    prev = cur;
    cur = t;
  }
  return prev[b.length]!;
}
`,
    calls: () => [
      ['', ''],
      ['a', ''],
      ['', 'abc'],
      ['kitten', 'sitting'],
      ['\u{1F600}x', 'x\u{1F600}'],
    ],
  },
  {
    id: '40',
    trap: 'rows change places',
    source: `
export function pivot(n: number): number {
  const g = Array.from({ length: n }, (_, i) => new Array<number>(n).fill(i));
  for (let i = 0; i + 1 < n; i++) [g[i], g[i + 1]] = [g[i + 1]!, g[i]!];
  let s = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) s += g[i]![j]! * (i + 1);
  return s;
}
`,
    calls: () => [[0], [1], [5]],
  },
  {
    id: '40b',
    trap: 'rows of different lengths',
    source: `
export function triangle(n: number): number {
  const rows: number[][] = [];
  for (let i = 0; i < n; i++) {
    const row = new Array<number>(i + 1).fill(1);
    for (let j = 1; j < i; j++) row[j] = rows[i - 1]![j - 1]! + rows[i - 1]![j]!;
    rows.push(row);
  }
  let s = 0;
  for (const row of rows) s += row.length + (row[row.length >> 1] ?? 0);
  return s;
}
`,
    calls: () => [[0], [1], [2], [8]],
  },
  {
    id: '41',
    trap: 'rows are gone through as lists',
    source: `
export function alive(n: number): number {
  const g = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i++) g[i]![(i * 3) % n] = 1;
  let s = 0;
  for (const row of g) for (const v of row) s = s * 3 + v;
  return s;
}
`,
    calls: () => [[0], [1], [4]],
  },
  {
    id: '42',
    trap: 'holes are passed over',
    source: `
export function visited(n: number): number {
  const a: number[] = new Array(n);
  for (let i = 0; i < n; i += 2) a[i] = i;
  let count = 0;
  a.forEach(() => {
    count++;
  });
  return count + a.reduce((s, x) => s + x, 0) + a.map((x) => x).length;
}
`,
    calls: () => [[0], [1], [2], [7]],
  },
  {
    id: '43',
    trap: 'true is not 1',
    source: `
export function flags(n: number): boolean[] {
  const seen: boolean[] = new Array(n).fill(false);
  for (let i = 0; i < n; i += 3) seen[i] = true;
  return seen;
}
`,
    calls: () => [[0], [1], [7]],
  },
  {
    id: '43b',
    trap: 'flags are compared, printed and added',
    source: `
export function told(n: number): string {
  const seen: boolean[] = new Array(n).fill(false);
  for (let i = 0; i < n; i += 2) seen[i] = true;
  let count = 0;
  let text = '';
  for (let i = 0; i < n; i++) {
    if (seen[i] === true) count++;
    text += String(seen[i]);
  }
  return \`\${count}\${text}\`;
}
`,
    calls: () => [[0], [1], [4]],
  },
  {
    id: '44',
    trap: 'lengths that are no lengths fail in their own way',
    source: `
export function filled(n: number): number {
  const a = new Array<number>(n).fill(1);
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i]!;
  return s;
}
`,
    calls: () => [[3], [2.5], [-1], [Number.NaN], [0], [-0], [2 ** 32]],
  },
  {
    id: '45',
    trap: 'cleared, deleted from, written before the start',
    source: `
export function odd(n: number): string {
  const a = new Array<number>(n).fill(2);
  a[-1] = 9;
  delete a[0];
  const before = a.length;
  if (n > 3) a.length = 1;
  return \`\${before} \${a.length} \${String(a[-1])} \${String(a[0])}\`;
}
`,
    calls: () => [[0], [2], [5]],
  },
  {
    id: '46',
    trap: 'records are kept elsewhere, sorted and replaced',
    source: `
export function settle(n: number): number {
  const ps = Array.from({ length: n }, (_, i) => ({ x: (i * 7) % 5, y: i }));
  const first = ps[0];
  ps.sort((a, b) => a.x - b.x);
  if (ps.length > 1) ps[1] = ps[0]!;
  for (const p of ps) p.x += 1;
  return (first?.x ?? -1) * 1000 + ps.reduce((s, p) => s + p.x * p.y, 0);
}
`,
    calls: () => [[0], [1], [2], [9]],
  },
  {
    id: '47',
    trap: 'map of a typed array gives numbers',
    source: `
export function words(n: number): unknown[] {
  const a = new Array<number>(n).fill(0);
  for (let i = 0; i < n; i++) a[i] = i - 1;
  return [a.map((x) => x > 0), a.map(String), a.map((x) => (x > 0 ? x : undefined))];
}
`,
    calls: () => [[0], [1], [4]],
  },
  {
    id: '47b',
    trap: 'a table of the caller has a short row that no loop reads to its end',
    source: `
export function gram(t: number[][], used: number[]): number {
  const width = t[0]!.length;
  let sum = 0;
  for (let i = 0; i < t.length; i++) {
    for (let j = 0; j < t.length; j++) {
      for (let k = 0; k < width; k++) {
        if (used[i]! > k && used[j]! > k) sum += t[i]![k]! * t[j]![k]!;
      }
    }
  }
  return sum;
}
`,
    calls: () => [
      [
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        [3, 3],
      ],
      [
        [[1, 2, 3], [4]],
        [3, 1],
      ],
      [
        [[1, 2, 3], [4]],
        [3, 3],
      ],
      [
        [[1], [4, 5]],
        [1, 2],
      ],
      [[[]], [0]],
    ],
  },
  {
    id: '47c',
    trap: 'a key of what is collected is the name of the prototype, and values look at inherited names',
    source: `
export function tally(words: string[]): unknown {
  let counts: Record<string, unknown> = {};
  for (const word of words) {
    counts = { ...counts, [word]: String(counts[word] ?? 0) + '!' };
  }
  return [counts, Object.keys(counts), Object.getPrototypeOf(counts) === Object.prototype];
}
`,
    calls: () => [[[]], [['a', 'b', 'a']], [['__proto__', 'a', '__proto__', 'toString', '2', '1']]],
  },
  {
    id: '47d',
    trap: 'an earlier copy of what is collected is kept in what is collected',
    source: `
export function history(words: string[]): unknown {
  return words.reduce<Record<string, unknown>>((all, word) => ({ ...all, [word]: all, size: word.length }), {});
}
`,
    calls: () => [[[]], [['a']], [['a', 'b', 'a']]],
  },
  {
    id: '47e',
    trap: 'a queue is asked for more than it has, and filled again',
    source: `
export function served(start: number[], rounds: number): unknown[] {
  const queue = [...start];
  const out: unknown[] = [];
  let i = 0;
  while (queue.length > 0 || i < rounds) {
    out.push(queue.shift(), queue.length);
    i++;
    if (i % 3 === 0 && i < 10) queue.push(i);
  }
  return out;
}
`,
    calls: () => [
      [[], 0],
      [[1], 4],
      [[1, 2, 3], 7],
    ],
  },
];

// Plain JavaScript whose parameters are given other values on the way: swapped, taken over, trimmed, replaced by what is found. What was checked when
// the function began need not hold afterwards.
import type { SoundnessCase } from './soundness-case.ts';
import { withHole } from './sparse.ts';

type Arguments = readonly unknown[];

const odd: readonly unknown[] = [
  undefined,
  null,
  '7',
  'text',
  '',
  Number.NaN,
  -0,
  2.5,
  -3,
  Number.POSITIVE_INFINITY,
  true,
  10n,
  [],
  [3],
  ['a'],
];

const twoNumbers = (): readonly Arguments[] => [
  [12, 18],
  [17, 5],
  [0, 9],
  ...odd.flatMap((one): Arguments[] => [
    [one, 6],
    [6, one],
    [one, one],
  ]),
];

const texts = (): readonly Arguments[] => [
  ['a word', ['a ward', 'wood', 'word']],
  ['', ['', 'x']],
  ['x', []],
  ...odd.map((one): Arguments => [one, ['a', 'b']]),
  ...odd.map((one): Arguments => ['word', one]),
  ...odd.map((one): Arguments => ['word', ['wood', one, 'word']]),
  ['word', withHole('wood', 'ward', 'word')],
  ['word', new Set(['wood', 'ward'])],
  [
    ['w', 'o'],
    [['w'], ['o', 'w']],
  ],
];

const lists = (): readonly Arguments[] => [
  [[3, 1, 2]],
  [[]],
  ...odd.map((one): Arguments => [one]),
  ...odd.map((one): Arguments => [[3, one, 2]]),
  [withHole(3, 1, 2)],
  [new Set([3, 1])],
  [new Float64Array([3, 1])],
  [
    [
      [1, 2],
      [3, 4],
    ],
  ],
];

const gcd = `
function gcd(a, b) {
  while (b) {
    const rest = b;
    b = a % b;
    a = rest;
  }
  return a;
}
`;

export const untypedChangedCases: readonly SoundnessCase[] = [
  {
    id: 'untyped-changed-1',
    trap: 'a helper that hands its parameters on to each other',
    file: 'sample.js',
    source: `${gcd}
export function coprimes(from, to) {
  let count = 0;
  for (let i = from; i <= to && i < 40; i++) {
    for (let j = from; j <= to && j < 40; j++) {
      if (gcd(i, j) === 1) count++;
    }
  }
  return count;
}
`,
    calls: twoNumbers,
    observed: () => [
      [2, 12],
      [5, 9],
    ],
  },
  {
    id: 'untyped-changed-2',
    trap: 'the parameters of the function itself, which decrease together',
    file: 'sample.js',
    source: `${gcd.replace('function gcd', 'export function gcd')}`,
    select: 'gcd',
    calls: twoNumbers,
    observed: () => [
      [12, 18],
      [7, 21],
    ],
  },
  {
    id: 'untyped-changed-3',
    trap: 'pairs swapped in one assignment, of the same kind and not',
    file: 'sample.js',
    source: `
export function climb(low, high) {
  let sum = 0;
  for (let i = 0; i < 60 && low < high; i++) {
    [low, high] = [high - low, high - 1];
    sum += low;
  }
  return sum;
}
`,
    calls: twoNumbers,
    observed: () => [
      [2, 12],
      [5, 9],
    ],
  },
  {
    id: 'untyped-changed-4',
    trap: 'a pair of two kinds swapped',
    file: 'sample.js',
    source: `
export function shift(text, n) {
  let out = 0;
  for (let i = 0; i < 4; i++) {
    [text, n] = [n, text];
    out += text.length ?? n * 2;
  }
  return out;
}
`,
    calls: () => [['abc', 2], ['', 0], ...twoNumbers()],
    observed: () => [
      ['abc', 2],
      ['abcd', 3],
    ],
  },
  {
    id: 'untyped-changed-5',
    trap: 'the shorter text first, by a third variable',
    file: 'sample.js',
    source: `
function distance(a, b) {
  if (a.length > b.length) {
    const other = a;
    a = b;
    b = other;
  }
  let row = Array.from({ length: a.length + 1 }, (_, i) => i);
  for (let j = 1; j <= b.length; j++) {
    const next = [j];
    for (let i = 1; i <= a.length; i++) {
      next[i] = Math.min(row[i] + 1, next[i - 1] + 1, row[i - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[a.length];
}
export function closest(word, words) {
  let best = null;
  let bestDistance = Infinity;
  for (const candidate of words) {
    const d = distance(word, candidate);
    if (d < bestDistance) {
      bestDistance = d;
      best = candidate;
    }
  }
  return best;
}
`,
    select: 'closest',
    calls: texts,
    observed: () => [
      ['word', ['wood', 'ward', 'words']],
      ['abc', ['abd']],
    ],
  },
  {
    id: 'untyped-changed-6',
    trap: 'a text trimmed and split into the same parameter',
    file: 'sample.js',
    source: `
export function longest(text) {
  text = text.trim();
  text = text.toLowerCase().split(' ');
  return text.map((word) => word.length).filter((n) => n > 1).reduce((a, b) => Math.max(a, b), 0);
}
`,
    calls: () => [['One two  three'], [''], ...odd.map((one): Arguments => [one]), [['a b', 'c']]],
    observed: () => [['One two'], ['a bc']],
  },
  {
    id: 'untyped-changed-7',
    trap: 'a list that takes the place of the argument',
    file: 'sample.js',
    source: `
export function ranks(values) {
  values = [...values].sort((a, b) => a - b);
  values = values.filter((v) => v > 0).map((v) => v * 2);
  return values.map((v) => v + 1).filter((v) => v % 3 !== 0);
}
`,
    calls: lists,
    observed: () => [[[3, 1, 2]], [[5, 4, 6, 1]]],
  },
  {
    id: 'untyped-changed-8',
    trap: 'what is found in its own elements takes the place of a list',
    file: 'sample.js',
    source: `
export function deep(values) {
  let sum = 0;
  for (let i = 0; values && i < 40; i++) {
    for (const value of values) sum += Number(value);
    values = values.find((value) => Array.isArray(value));
  }
  return sum;
}
`,
    calls: () => [...lists(), [[1, [2, [3]]]]],
    observed: () => [[[3, 1, 2]], [[5]]],
  },
  {
    id: 'untyped-changed-9',
    trap: 'a missing argument replaced',
    file: 'sample.js',
    source: `
export function scaled(values, factor) {
  values = values || [];
  factor ??= 1;
  return values.map((v) => v * factor).filter((v) => v > 1).map((v) => v - 1);
}
`,
    calls: () => [
      ...lists(),
      ...lists().map(([list]): Arguments => [list, 2]),
      ...odd.map((one): Arguments => [[2, 3], one]),
    ],
    observed: () => [
      [[3, 1, 2], 2],
      [[5], 3],
    ],
  },
  {
    id: 'untyped-changed-10',
    trap: 'a counter that a loop takes its values from',
    file: 'sample.js',
    source: `
export function last(values, seen) {
  for (seen of values) if (seen > 2) break;
  let total = 0;
  for (let i = 0; i < 50; i++) total += seen * i;
  return total;
}
`,
    calls: () => [...lists().map(([list]): Arguments => [list, 0]), ...odd.map((one): Arguments => [[1, 2, 3], one])],
    observed: () => [
      [[3, 1, 2], 0],
      [[1], 2],
    ],
  },
  {
    id: 'untyped-changed-11',
    trap: 'a number that becomes text by adding',
    file: 'sample.js',
    source: `
export function tally(n, unit) {
  let sum = 0;
  for (let i = 0; i < 20; i++) {
    n += unit;
    sum += n.length ?? n;
  }
  return sum;
}
`,
    calls: twoNumbers,
    observed: () => [
      [1, 2],
      [5, 9],
    ],
  },
  {
    id: 'untyped-changed-12',
    trap: 'a helper whose list is replaced by one of another kind',
    file: 'sample.js',
    source: `
function sumOf(list, scale) {
  list = list.map(String);
  let sum = 0;
  for (let i = 0; i < list.length; i++) sum += list[i].length * scale;
  return sum;
}
export function sums(rows) {
  return rows.map((row) => sumOf(row, 2)).filter((sum) => sum > 0).map((sum) => sum + 1);
}
`,
    select: 'sums',
    calls: () => [[[[1, 22], [333]]], [[[], [undefined]]], [[withHole(1, 2, 3)]], ...lists()],
    observed: () => [[[[1, 22], [333]]], [[[4]]]],
  },
  {
    id: 'untyped-changed-13',
    trap: 'a variable that is declared without a value, and read before it has one',
    file: 'sample.js',
    source: `
export function carried(values) {
  let last;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    for (let k = 0; k < 30; k++) sum += values[i] * k;
    if (values[i] > 2) last = values[i];
    if (i > 1) sum += last;
  }
  return sum;
}
`,
    calls: lists,
    observed: () => [[[3, 1, 2]], [[5, 4, 6, 1]]],
  },
  {
    id: 'untyped-changed-14',
    trap: 'a variable without a value that is set to two kinds',
    file: 'sample.js',
    source: `
export function mixed(values) {
  let state;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] > 1) state = values[i];
    else state = false;
    for (let k = 0; k < 30; k++) sum += state ? values[i] * k : k;
  }
  return state === false ? -sum : sum;
}
`,
    calls: lists,
    observed: () => [[[3, 1, 2]], [[5, 4, 6, 1]]],
  },
  {
    id: 'untyped-changed-15',
    trap: 'an element of any is returned, which is a number in some calls only',
    file: 'sample.js',
    source: `
export function last(rows, n) {
  const seen = Array.from({ length: n }, () => Array(3).fill(0));
  for (let i = 0; i < rows.length; i++) {
    for (let j = 0; j < 3; j++) {
      for (let k = 0; k < n; k++) seen[k][j] = rows[i][j];
    }
  }
  return seen[n - 1][1];
}
`,
    calls: () => [
      [[[1, 2, 3]], 2],
      [[[1, 'two', 3]], 2],
      [[[1, 2]], 2],
      [[], 2],
      [[], 0],
      [[[1, null, 3]], 1],
      [[[1, 2, 3]], 2.5],
      [[[1, -0, Number.NaN]], 1],
    ],
    observed: () => [
      [[[1, 2, 3]], 2],
      [[[4, 5, 6]], 3],
    ],
  },
  {
    id: 'untyped-changed-16',
    trap: 'a recursion of any that ends in text, or in nothing',
    file: 'sample.js',
    source: `
export function paths(rows, columns) {
  if (rows === 1) return 1;
  if (columns === 1) return rows > 6 ? 'many' : 1;
  if (rows < 0) return;
  return paths(rows - 1, columns) + paths(rows, columns - 1);
}
`,
    calls: () => [
      [3, 3],
      [8, 3],
      [1, 1],
      [-1, 4],
      [4, 4],
    ],
    observed: () => [
      [3, 3],
      [4, 3],
    ],
  },
  {
    id: 'untyped-changed-17',
    trap: 'a recursion of any whose only result is a number, and that may give none',
    file: 'sample.js',
    source: `
export function steps(n, k) {
  if (n > 20) return;
  if (n <= 1) return 1;
  let sum = 0;
  for (let i = 1; i <= k; i++) sum += steps(n - i, k);
  return sum;
}
`,
    calls: () => [
      [5, 2],
      [21, 2],
      [0, 0],
      [3, 0],
      [4, 2.5],
      ['4', 2],
      [4, null],
    ],
    observed: () => [
      [5, 2],
      [6, 2],
    ],
  },
  {
    id: 'untyped-changed-18',
    trap: 'a default in a pattern stands for what is missing only',
    file: 'sample.js',
    source: `
export function filled(n, given) {
  [n = 1] = [given];
  const out = new Array(6).fill(0);
  for (let i = 0; i < 6; i++) for (let k = 0; k < 9; k++) out[i] = n;
  return out;
}
`,
    calls: twoNumbers,
    observed: () => [
      [2, 12],
      [5, 9],
    ],
  },
  {
    id: 'untyped-changed-19',
    trap: 'a number or nothing takes the place of a number',
    file: 'sample.js',
    source: `
export function filled(n, limit) {
  n = n > limit ? undefined : n;
  const out = new Array(6).fill(0);
  for (let i = 0; i < 6; i++) for (let k = 0; k < 9; k++) out[i] = n;
  return out;
}
`,
    calls: () => [[12, 3], ...twoNumbers()],
    observed: () => [
      [2, 12],
      [5, 9],
    ],
  },
];

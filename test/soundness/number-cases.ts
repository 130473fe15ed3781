// Traps for whoever computes in other numbers than JavaScript's (48-60).
import type { SoundnessCase } from './soundness-case.ts';

const withHole = (): number[] => {
  const a = [1, 2, 3];
  delete a[1];
  return a;
};

/** One class for all calls: what is compared includes the prototypes of the arguments. */
class Longer extends Array<number> {}

export const numberCases: readonly SoundnessCase[] = [
  {
    id: '48',
    trap: 'a sum of cubes leaves 32 bits',
    source: `
export function cubes(n: number): number {
  let s = 0;
  for (let i = 0; i < n; i++) s += i * i * i;
  return s;
}
`,
    calls: () => [[0], [10], [3000], [2.5], [-3], [Number.NaN]],
  },
  {
    id: '49',
    trap: 'a product that is cut off is not Math.imul',
    source: `
export function mixed(n: number): number {
  let a = 123456789;
  for (let i = 0; i < n; i++) a = (a * 1103515245 + 12345) | 0;
  return a;
}
`,
    calls: () => [[0], [1], [5], [100]],
  },
  {
    id: '50',
    trap: 'remainders of negative numbers, of zero, by zero',
    source: `
export function remainders(a: number, b: number): number {
  let s = 0;
  for (let i = a; i < a + 6; i++) s = s * 2 + 1 / (i % b);
  return s;
}
`,
    calls: () => [
      [-3, 3],
      [0, 5],
      [3, 0],
      [-6, 2],
      [1.5, 1],
    ],
  },
  {
    id: '51',
    trap: 'unsigned shifts reach 2^32',
    source: `
export function hash(n: number): number {
  let h = 0;
  for (let i = 0; i < n; i++) h = ((h << 5) - h + i * 2654435769) >>> 0;
  return h;
}
`,
    calls: () => [[0], [1], [7], [1000]],
  },
  {
    id: '52',
    trap: 'past the end is undefined, then NaN',
    source: `
export function neighbours(a: Float64Array): number {
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i]! * a[i + 1]!;
  return s;
}
`,
    calls: () => [[new Float64Array([1, 2, 3])], [new Float64Array(0)], [new Float64Array([1])]],
  },
  {
    id: '53',
    trap: 'rounding of halves and of minus a half',
    source: `
export function rounded(n: number): number {
  let s = 0;
  for (let i = -4; i < n; i++) s = s * 3 + Math.round(i / 2) + 1 / Math.round((i - 0.5) / 10);
  return s;
}
`,
    calls: () => [[-4], [0], [5]],
  },
  {
    id: '54',
    trap: 'Math functions have their own corners',
    source: `
export function corners(x: number, y: number): number {
  let s = 0;
  for (let i = 0; i < 4; i++) {
    s += Math.min(x, y) + Math.max(x, -y) + Math.sin(x * i) + x ** 2 + Math.hypot(x, y) + Math.sign(x) + Math.trunc(y) + Math.atan2(x, y);
  }
  return s;
}
`,
    calls: () => [
      [1, 2],
      [-0, 0],
      [Number.NaN, 1],
      [1e300, 1e300],
      [-2.5, 0.1],
    ],
  },
  {
    id: '55',
    trap: 'the square of the index leaves 32 bits before the loop stops',
    source: `
export function primes(limit: number): number {
  const composite: boolean[] = new Array(limit + 1).fill(false);
  let count = 0;
  for (let i = 2; i <= limit; i++) {
    if (composite[i]) continue;
    count++;
    for (let j = i * i; j <= limit; j += i) composite[j] = true;
  }
  return count;
}
`,
    calls: () => [[0], [1], [2], [100], [70000], [2.5], [-1]],
  },
  {
    id: '56',
    trap: 'characters are not code units',
    source: `
export function characters(s: string): number {
  let n = 0;
  for (const c of s) n = n * 31 + c.length;
  return n;
}
`,
    calls: () => [[''], ['abc'], ['a\u{1F600}b'], ['\uD83D']],
  },
  {
    id: '57',
    trap: 'recursion that is too deep fails as before',
    source: `
export function depth(n: number): number {
  return n <= 0 ? 0 : 1 + depth(n - 1);
}
`,
    calls: () => [[0], [10], [500]],
  },
  {
    id: '58',
    trap: 'parameters are called like everything that a generator would use',
    source: `
export function f(x: number, n: number, mem: number, original: number, r: number, i32: number, load: number): number {
  let s = 0;
  for (let i = 0; i < n; i++) s += x * i + mem - original / (r + 1) + i32 * load;
  return s;
}
`,
    calls: () => [
      [1, 2, 3, 4, 5, 6, 7],
      [0.5, 10, 0, 0, -1, 2, 3],
    ],
  },
  {
    id: '59',
    trap: 'one element is something else',
    source: `
export function total(a: number[]): number {
  let s = 0;
  for (let i = 0; i < a.length; i++) for (let j = 0; j < 3; j++) s = s * 0.5 + a[i]! * j;
  return s;
}
`,
    calls: () => [
      [[1, 2, 3]],
      [[1, undefined, 3]],
      [[1, '2', 3]],
      [withHole()],
      [Object.assign([1, 2], { extra: 1 })],
      [new Longer(1, 2, 3)],
    ],
  },
  {
    id: '60',
    trap: 'it throws after it has written',
    source: `
export function normalise(a: number[]): number {
  for (let i = 0; i < a.length; i++) {
    if (a[i]! < 0) throw new RangeError('negative');
    for (let j = 0; j < 3; j++) a[i]! += 1;
  }
  return a.length;
}
`,
    calls: () => [[[1, 2]], [[1, -1, 2]], [[]]],
  },
];

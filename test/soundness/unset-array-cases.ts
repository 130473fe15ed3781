// Arrays that begin empty or unset and are filled by a loop: where an array of the final length, made at once, is another one.
import type { SoundnessCase } from './soundness-case.ts';

const total = `
  let sum = made.length * 1000;
  for (let r = 0; r < 3; r++) for (let i = 0; i < made.length; i++) sum += made[i]!;
  return sum;
}
`;
const lists = () => [[[]], [[1]], [[3, 1, 2, NaN, -0, 0.5, Infinity]], [Array.from({ length: 40 }, (_, i) => i + 40)]];
const sizes = () => [0, 1, 2, 7, -1, -2, 2.5, 3.9999999999999996, 1e-20, -1e-20, NaN, -0].map((n) => [n]);

export const unsetArrayCases: readonly SoundnessCase[] = [
  {
    id: 'unset-1',
    trap: 'the loop that pushes changes the number it counts to',
    source: `
export function f(xs: number[]): number {
  const made: number[] = [];
  for (let i = 0; i < (xs[0]! & 255); i++) {
    made.push(i);
    xs[0] = xs[0]! - 1;
  }
${total}`,
    calls: lists,
    declines: { 'typed-arrays': ['T1'] },
  },
  {
    id: 'unset-2',
    trap: 'the loop that sets elements changes the number it counts to',
    source: `
export function f(xs: number[]): number {
  const made: number[] = [];
  for (let i = 0; i < (xs[0]! & 255); i++) {
    made[i] = i;
    xs[0] = xs[0]! - 1;
  }
${total}`,
    calls: lists,
    declines: { 'typed-arrays': ['T1'] },
  },
  {
    id: 'unset-3',
    trap: 'the list that gives the limit gets shorter in the loop',
    source: `
export function f(xs: number[]): number {
  const made: number[] = [];
  for (let i = 0; i < xs.length + 1; i++) {
    made.push(i);
    xs.pop();
  }
${total}`,
    calls: lists,
    declines: { 'typed-arrays': ['T1'] },
  },
  {
    id: 'unset-4',
    trap: 'another name for the list that gives the limit makes it shorter',
    source: `
export function f(xs: number[]): number {
  const same = xs;
  const made: number[] = [];
  for (let i = 0; i < Math.min(xs.length, 500); i++) {
    made[i] = i;
    same.pop();
  }
${total}`,
    calls: lists,
    declines: { 'typed-arrays': ['T1'] },
  },
  {
    id: 'unset-5',
    trap: 'a length that rounds up to a whole number, and a loop that ends before it',
    source: `
export function f(n: number): number {
  const made = new Array<number>(n + 1);
  for (let i = 0; i <= n; i++) made[i] = i;
${total}`,
    calls: sizes,
  },
  {
    id: 'unset-6',
    trap: 'a function below the loop looks at elements that are not set yet',
    source: `
export function f(xs: number[]): number {
  const made = new Array<number>(xs.length);
  for (let i = 0; i < xs.length; i++) made[i] = seen(i) + i;
  function seen(i: number): number {
    return made[i] === undefined ? 7 : 1;
  }
${total}`,
    calls: lists,
    declines: { 'typed-arrays': ['T4'] },
  },
  {
    id: 'unset-7',
    trap: 'the function is left before an array of any length is filled',
    source: `
export function f(n: number): number {
  const made = new Array<number>(n + 1);
  for (let i = 0; i <= n; i++) {
    if (i > 20) return -1;
    made[i] = i;
  }
${total}`,
    calls: () => [...sizes(), [2 ** 31], [2 ** 32 - 2], [2 ** 32 - 1], [2 ** 31 - 1]],
    declines: { 'typed-arrays': ['T2'] },
  },
];

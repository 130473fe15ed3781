// Traps for whoever cuts work into parts for threads: how many pieces there are is a number like others.
import type { SoundnessCase } from './soundness-case.ts';

/** A share of this is 0, and parts of no length never end. */
const TINY = Number.MIN_VALUE;
const few = (...more: readonly unknown[]) => [TINY, 0, -0, -TINY, -3, 0.5, 1, 2.5, 7].map((count) => [count, ...more]);

export const threadPartCases: readonly SoundnessCase[] = [
  {
    id: 'part-1',
    trap: 'a loop up to a tiny fraction runs once',
    source: `
export function roots(count: number): number[] {
  const found: number[] = [];
  for (let at = 0; at < count; at++) {
    let sum = 0;
    for (let i = 0; i < 50; i++) sum += Math.sqrt(at * i);
    found.push(sum);
  }
  return found;
}
`,
    calls: () => few(),
  },
  {
    id: 'part-2',
    trap: 'a search up to a tiny fraction looks at one number',
    source: `
export function firstHeavy(count: number, bound: number): number {
  for (let at = 0; at < count; at++) {
    let sum = 0;
    for (let i = 0; i < 50; i++) sum += Math.sqrt(at * i);
    if (sum > bound) return at;
  }
  return -1;
}
`,
    calls: () => [...few(-1), ...few(10), ...few(1e9)],
  },
  {
    id: 'part-3',
    trap: 'an array of no elements is filled up to a tiny fraction',
    source: `
export function waves(count: number, scale: number): Float64Array {
  const out = new Float64Array(Math.max(0, count));
  for (let at = 0; at < count; at++) {
    let sum = 0;
    for (let i = 0; i < 50; i++) sum += Math.sin(at * i * scale);
    out[at] = sum;
  }
  return out;
}
`,
    calls: () => few(0.25),
  },
  {
    id: 'part-4',
    trap: 'every third number up to a tiny fraction is one number',
    source: `
export function thirds(count: number): number[] {
  const found: number[] = [];
  for (let at = 0; at < count; at += 3) {
    let sum = 0;
    for (let i = 0; i < 50; i++) sum += Math.sqrt(at * i);
    found.push(sum);
  }
  return found;
}
`,
    calls: () => few(),
  },
  {
    id: 'part-5',
    trap: 'from a number that is 0 up to a tiny fraction',
    source: `
export function between(from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at++) {
    let sum = 0;
    for (let i = 0; i < 50; i++) sum += Math.sqrt(at * i);
    found.push(sum);
  }
  return found;
}
`,
    calls: () => [
      [0, TINY],
      [-0, TINY],
      [-TINY, 0],
      [-1, TINY],
      [2, 2.0000000000000004],
      [3, 9],
      [9, 3],
    ],
  },
  {
    id: 'part-6',
    trap: 'a product of sizes may be a tiny fraction as well',
    source: `
export function cells(width: number, height: number): number[] {
  const found: number[] = [];
  for (let at = 0; at < width * height; at++) {
    let sum = 0;
    for (let i = 0; i < 50; i++) sum += Math.sqrt(at * i + width);
    found.push(sum);
  }
  return found;
}
`,
    calls: () => [
      [TINY, 1],
      [1e-200, 1e-124],
      [3, 4],
      [0, 4],
      [2.5, 1],
    ],
  },
  {
    id: 'part-7',
    trap: 'a count that a field gives may be a tiny fraction',
    source: `
export interface Plan { readonly rounds: number; readonly scale: number }
export function total(plan: Plan): number {
  let total = 0;
  for (let at = 0; at < plan.rounds; at++) {
    let sum = 0;
    for (let i = 0; i < 50; i++) sum += Math.sqrt(at * i * plan.scale);
    total += sum;
  }
  return total;
}
`,
    calls: () => [TINY, 0, 2, 9.5].map((rounds) => [{ rounds, scale: 2 }]),
  },
];

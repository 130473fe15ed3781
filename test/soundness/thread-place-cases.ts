// Traps for whoever computes in another thread: what a thread is started with, and what a copy to it leaves out.
import type { SoundnessCase } from './soundness-case.ts';

/** A map over numbers that is worth spreading, with `scale` made by `module`. */
function scaledBy(module: string): string {
  return `
${module}
export function roots(counts: number[]): number[] {
  return counts.map((count) => {
    let s = 0;
    for (let i = 0; i < count; i++) s += Math.sqrt(i * scale);
    return s;
  });
}
`;
}

const counts = (): readonly (readonly unknown[])[] => [[[3, 40, 500]], [[]]];

export const threadPlaceCases: readonly SoundnessCase[] = [
  {
    id: 'place-1',
    trap: 'a thread does not have the arguments of the command line',
    source: scaledBy('const scale = process.argv.slice(1).join().length;'),
    calls: counts,
    declines: { workers: ['W11'] },
  },
  {
    id: 'place-2',
    trap: 'nor does it under another name',
    source: scaledBy(
      "import { argv } from 'node:process';\nconst [, ...given] = argv;\nconst scale = given.join().length;",
    ),
    calls: counts,
    declines: { workers: ['W11'] },
  },
  {
    id: 'place-3',
    trap: 'a thread writes to no terminal',
    source: scaledBy('const scale = process.stdout.columns ?? 1;'),
    calls: counts,
    declines: { workers: ['W11'] },
  },
  {
    id: 'place-4',
    trap: 'a thread knows that it is one',
    source: `
import { isMainThread, threadId } from 'node:worker_threads';
export function roots(counts: number[]): number[] {
  return counts.map((count) => {
    let s = isMainThread ? 1 : threadId;
    for (let i = 0; i < count; i++) s += Math.sqrt(i);
    return s;
  });
}
`,
    calls: counts,
    declines: { workers: ['C2'] },
  },
  {
    id: 'place-5',
    trap: 'a copy leaves out what has a symbol for its name',
    source: `
const size = Symbol.for('size');
export function parts(texts: string[]): object[] {
  return texts.map((text) => ({ [size]: text.length, words: text.split(' ') }));
}
`,
    calls: () => [[['a b', 'c']]],
    declines: { workers: ['W6'] },
  },
  {
    id: 'place-6',
    trap: 'so it does on the way to a thread',
    source: `
export const weight: unique symbol = Symbol.for('weight');
export interface Item {
  name: string;
  [weight]?: number;
}
export function sums(items: Item[]): number[] {
  return items.map((item) => {
    let s = item[weight] ?? 0;
    for (const c of item.name) s += c.charCodeAt(0);
    return s;
  });
}
`,
    calls: () => [[[{ name: 'a' }, { name: 'bc' }]]],
    declines: { workers: ['W6'] },
  },
  {
    id: 'place-7',
    trap: 'how deep the stack is',
    source: `
export function depths(texts: string[]): number[] {
  return texts.map((text) => (new Error(text).stack ?? '').split('    at ').length);
}
`,
    calls: () => [[['a', 'b']]],
    declines: { workers: ['C2'] },
  },
];

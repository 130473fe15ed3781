import { editDistanceKernel } from './before.edit-distance.wasm.ts';

/** The Levenshtein distance. */
export function editDistance(a: string, b: string): number {
  const fast = editDistanceKernel(a, b);
  if (fast !== undefined) return fast;
  let before: number[] = new Array(b.length + 1).fill(0);
  let row: number[] = new Array(b.length + 1).fill(0);
  for (let j = 0; j <= b.length; j++) before[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + same);
    }
    const swapped = before;
    before = row;
    row = swapped;
  }
  return before[b.length];
}

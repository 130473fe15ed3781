import { insertionSortKernel } from './before.insertion-sort.wasm.ts';

export function insertionSort(values: number[]): number[] {
  const fast = insertionSortKernel(values);
  if (fast !== undefined) return fast;
  for (let i = 1; i < values.length; i++) {
    const value = values[i];
    let j = i - 1;
    while (j >= 0 && values[j] > value) {
      values[j + 1] = values[j];
      j--;
    }
    values[j + 1] = value;
  }
  return values;
}

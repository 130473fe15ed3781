import { heapSortKernel } from './before.heap-sort.wasm.ts';

/** Sorts in place with a helper that keeps a heap in order. */
export function heapSort(values: number[]): number[] {
  const fast = heapSortKernel(values);
  if (fast !== undefined) return fast;
  const heap = values.slice();
  function sift(start: number, end: number): void {
    let root = start;
    while (root * 2 + 1 < end) {
      let child = root * 2 + 1;
      if (child + 1 < end && heap[child]! < heap[child + 1]!) child++;
      if (heap[root]! >= heap[child]!) return;
      [heap[root], heap[child]] = [heap[child]!, heap[root]!];
      root = child;
    }
  }
  for (let start = (heap.length >> 1) - 1; start >= 0; start--) sift(start, heap.length);
  for (let end = heap.length - 1; end > 0; end--) {
    [heap[0], heap[end]] = [heap[end]!, heap[0]!];
    sift(0, end);
  }
  return heap;
}

import { runLengthsKernel } from './before.run-lengths.wasm.ts';

export function runLengths(data: Uint8Array): number[] {
  const fast = runLengthsKernel(data);
  if (fast !== undefined) return fast;
  const out: number[] = [];
  let i = 0;
  while (i < data.length) {
    let j = i;
    while (j < data.length && data[j] === data[i]) j++;
    out.push(data[i]!, j - i);
    i = j;
  }
  return out;
}

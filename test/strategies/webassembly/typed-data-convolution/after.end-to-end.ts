import { convolveKernel } from './before.convolve.wasm.ts';

/** How strongly each sample echoes. */
export function convolve(signal: readonly number[], response: readonly number[]): number[] {
  const out = new Array<number>(signal.length).fill(0);
  for (let i = 0; i < signal.length; i++) {
    let sum = 0;
    for (let j = 0; j < response.length && j <= i; j++) sum += signal[i - j]! * response[j]!;
    out[i] = sum;
  }
  return out;
}

/** `convolve` for numbers in typed arrays; what the kernel cannot do goes through plain ones. */
export function convolveTyped(signal: Float64Array, response: Float64Array): Float64Array {
  const fast = convolveKernel(signal, response);
  if (fast !== undefined) return fast;
  return Float64Array.from(convolve(Array.from(signal), Array.from(response)));
}

export function echo(signal: number[]): number[] {
  return convolve(signal, [1, 0.5, 0.25]);
}

import { mixKernel } from './before.mix.wasm.ts';

/** Mixes bytes and words into each other: stores wrap, clamp and round. */
export function mix(bytes: Uint8Array, clamped: Uint8ClampedArray, words: Int32Array, floats: Float32Array): number {
  const fast = mixKernel(bytes, clamped, words, floats);
  if (fast !== undefined) return fast;
  let sum = 0;
  for (let i = 0; i < bytes.length; i++) {
    for (let j = 0; j < words.length; j++) {
      bytes[i] += words[j] * 3 - 7;
      words[j] = words[j] * 40_000 + bytes[i];
      clamped[i % clamped.length] = words[j] / 3 + 0.5;
      floats[j % floats.length] = sum / 3;
      sum += bytes[i] - clamped[j % clamped.length] + floats[i % floats.length];
    }
  }
  return sum;
}

import { rotationsKernel } from './before.rotations.wasm.ts';

/** How many vowels there are, in every rotation, and a checksum. */
export function rotations(text: string): number {
  const fast = rotationsKernel(text);
  if (fast !== undefined) return fast;
  let sum = 0;
  for (let shift = 0; shift < text.length; shift++) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt((i + shift) % text.length);
      sum = (Math.imul(sum, 31) + code * (i + 1)) | 0;
      if (text[i] === 'a' || text[i] !== 'e') sum++;
    }
  }
  return sum;
}

import { blurKernel } from './before.blur.wasm.ts';

/** A box blur of a grid, as often as asked, in place with a buffer of its own. */
export function blur(pixels: number[], width: number, rounds: number): void {
  if (blurKernel(pixels, width, rounds)) return;
  const copy: number[] = new Array(pixels.length).fill(0);
  const height = pixels.length / width;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < pixels.length; i++) copy[i] = pixels[i];
    for (let y = 1; y < height - 1; y++) {
      for (let x = 1; x < width - 1; x++) {
        let sum = 0;
        for (let dy = -1; dy <= 1; dy++) {
          for (let dx = -1; dx <= 1; dx++) sum += copy[(y + dy) * width + x + dx];
        }
        pixels[y * width + x] = sum / 9;
      }
    }
  }
}

/** Shades of gray, and each pixel as opaque as it was. */
export function grayed(pixels: Uint8ClampedArray): Uint8ClampedArray {
  const out = new Uint8ClampedArray(pixels.length);
  for (let i = 0; i < pixels.length; i += 4) {
    const gray = Math.pow(0.299 * pixels[i]! + 0.587 * pixels[i + 1]! + 0.114 * pixels[i + 2]!, 0.98);
    out[i] = out[i + 1] = out[i + 2] = Math.round(gray);
    out[i + 3] = pixels[i + 3]!;
  }
  return out;
}

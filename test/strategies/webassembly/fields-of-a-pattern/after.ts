import { toGrayKernel } from './before.to-gray.wasm.ts';

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
  readonly gamma?: number;
}

export function toGray({ width, height, data: pixels, gamma = 2 }: Picture): Uint8ClampedArray {
  const fast = toGrayKernel(width, height, pixels, gamma);
  if (fast !== undefined) return fast;
  const gray = new Uint8ClampedArray(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 4;
      const light = pixels[i]! * 0.3 + pixels[i + 1]! * 0.59 + pixels[i + 2]! * 0.11;
      gray[y * width + x] = gamma === 2 ? Math.sqrt(light * light) : light / gamma;
    }
  }
  return gray;
}

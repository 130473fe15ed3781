import { noiseKernel } from './before.noise.wasm.ts';

/** Smooth noise in several octaves, with helpers that nobody else needs. */
export function noise(width: number, height: number, octaves: number): Float64Array {
  const fast = noiseKernel(width, height, octaves);
  if (fast !== undefined) return fast;
  const fade = (t: number) => t * t * t * (t * (t * 6 - 15) + 10);
  const lerp = function (a: number, b: number, t: number): number {
    return a + t * (b - a);
  };
  const hash = (x: number, y: number): number => {
    let h = x * 374761393 + y * 668265263;
    h = Math.imul(h ^ (h >>> 13), 1274126177);
    return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
  };
  const smooth = (a: number, b: number, t: number): number => lerp(a, b, fade(t));
  const out = new Float64Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const half = (value: number) => value / 2;
      let amplitude = 1;
      let frequency = 1 / 16;
      for (let octave = 0; octave < octaves; octave++) {
        const [fx, fy] = [x * frequency, y * frequency];
        const [left, top] = [Math.floor(fx), Math.floor(fy)];
        const upper = smooth(hash(left, top), hash(left + 1, top), fx - left);
        const lower = smooth(hash(left, top + 1), hash(left + 1, top + 1), fx - left);
        out[y * width + x] += amplitude * smooth(upper, lower, fy - top);
        amplitude = half(amplitude);
        frequency *= 2;
      }
    }
  }
  return out;
}

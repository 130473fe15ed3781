/** Every kind of zero, remainder and rounding, made visible by division. */
export function signs(from: number, to: number, step: number): number {
  let sum = 0;
  for (let x = from; x < to; x += step) {
    const rest = x % 3;
    sum += 1 / rest > 0 ? 1 : 2;
    sum += 1 / Math.round(x) < 0 ? 4 : 8;
    sum += 1 / Math.ceil(x) < 0 ? 16 : 32;
    sum += 1 / Math.trunc(x) < 0 ? 64 : 128;
    sum += 1 / Math.min(x, 0) < 0 ? 256 : 512;
    sum += 1 / Math.max(x, -0) < 0 ? 1024 : 2048;
    sum += 1 / (x * 0) < 0 ? 4096 : 8192;
    sum += 1 / -x < 0 ? 1 : 3;
    sum = sum * 3 + Math.round(x) + Math.floor(x / 2) + Math.sign(x) + (x % 0 ? 1 : 0) + (x % 2.5) + (x % 8) + (x % -4);
    sum %= 1e9 + 7;
  }
  return sum;
}

export function xorshift(rounds: number, seed: number): number {
  let x = seed;
  let sum = 0;
  for (let i = 0; i < rounds; i++) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    sum += (x >>> 0) / 4_294_967_296 + (x >> 31) + (~x & 255) + (x << i) + Math.clz32(x);
  }
  return sum + (x >>> 0);
}

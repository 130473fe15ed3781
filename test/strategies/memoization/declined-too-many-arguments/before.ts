export function mix(a: number, b: number, c: number, d: number, e: number): number {
  let sum = 0;
  for (let i = 0; i < a; i++) sum += b * c + d * e;
  return sum;
}

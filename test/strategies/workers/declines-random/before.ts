export function noisy(n: number): number {
  return n + Math.random();
}

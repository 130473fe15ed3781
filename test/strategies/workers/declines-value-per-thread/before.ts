const seed = Date.now() % 1000;

export function mixed(n: number): number {
  return (n * 31 + seed) % 1000;
}

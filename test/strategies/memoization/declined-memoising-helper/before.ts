const seen = new Map<number, number>();

function step(n: number): number {
  seen.set(n, (seen.get(n) ?? 0) + 1);
  return n + (seen.get(n) ?? 0);
}

export function walk(n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += step(i);
  return sum;
}

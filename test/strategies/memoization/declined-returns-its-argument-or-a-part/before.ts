const empty: number[] = [];

export function squares(n: number): number[] {
  if (n > 100) return empty;
  const out = n > 50 ? empty : [n * n];
  for (let i = 0; i < n; i++) if (i * i === n) out.push(i);
  return out;
}

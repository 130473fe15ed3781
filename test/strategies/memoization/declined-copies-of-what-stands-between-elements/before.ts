export function halves(n: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < n; i++) found[i / 2] = i;
  return found;
}

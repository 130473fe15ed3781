export async function squares(n: number): Promise<ReadonlyMap<number, number>> {
  const found = new Map<number, number>();
  for (let i = 0; i < n; i++) found.set(i, i * i);
  return found;
}

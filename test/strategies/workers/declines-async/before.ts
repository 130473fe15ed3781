export async function later(n: number): Promise<number> {
  return n + 1;
}

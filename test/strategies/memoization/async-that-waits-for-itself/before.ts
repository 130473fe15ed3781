// Through its helper it may ask for what it is about to compute: waiting for that promise would never end.
export async function depth(n: number): Promise<number> {
  if (n <= 0) return 0;
  return 1 + (await half(n));
}

async function half(n: number): Promise<number> {
  return depth(Math.floor(n / 2));
}

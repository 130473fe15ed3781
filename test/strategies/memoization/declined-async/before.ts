export async function load(id: number): Promise<number> {
  let sum = 0;
  for (let i = 0; i < id; i++) sum += await Promise.resolve(i);
  return sum;
}

async function weight(n: number): Promise<number> {
  return n * 2;
}

export async function total(box: { width: number; height: number }): Promise<number> {
  let sum = 0;
  for (let i = 0; i < box.width; i++) sum += (await weight(i)) * box.height;
  return sum;
}

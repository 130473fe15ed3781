async function slow(n: number): Promise<number> {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += i;
  return sum;
}

export async function twice(n: number): Promise<number> {
  let rounds = n;
  for (let i = 0; i < n; i++) rounds += i % 2;
  return slow(rounds);
}

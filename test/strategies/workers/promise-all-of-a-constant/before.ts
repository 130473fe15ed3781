async function digits(n: number): Promise<number> {
  let sum = 0;
  for (let k = 1; k <= 40; k++) sum += Math.floor(n / k) % 10;
  if (sum > 190) throw new RangeError(`too many: ${n}`);
  return sum;
}

export async function digitSums(numbers: number[]): Promise<number> {
  const pending = numbers.map((n) => digits(n));
  const sums = await Promise.all(pending);
  return Math.max(...sums);
}

function settle(seed: number, rounds: number): number {
  if (seed < 0) throw new RangeError(`negative: ${seed}`);
  let value = seed;
  for (let round = 0; round < rounds; round++) value = Math.sin(value) + 1;
  return value;
}

export async function settleAll(seeds: readonly number[], rounds: number): Promise<number[]> {
  const settled = await Promise.all(seeds.map(async (seed) => settle(seed, rounds)));
  return settled.filter((value) => value > 1);
}

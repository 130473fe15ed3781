function settle(seed: number, rounds: number): number {
  if (seed < 0) throw new RangeError(`negative: ${seed}`);
  let value = seed;
  for (let round = 0; round < rounds; round++) value = Math.sin(value) + 1;
  return value;
}

async function ready(seed: number): Promise<number> {
  return seed;
}

async function later(seed: number): Promise<number> {
  return settle(await ready(seed), 20);
}

export async function settleAll(seeds: readonly number[]): Promise<number[]> {
  return Promise.all(seeds.map((seed) => later(seed)));
}

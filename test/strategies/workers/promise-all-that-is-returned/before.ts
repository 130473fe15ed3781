function settle(seed: number, rounds: number): number {
  if (seed < 0) throw new RangeError(`negative: ${seed}`);
  let value = seed;
  for (let round = 0; round < rounds; round++) value = Math.sin(value) + 1;
  return value;
}

export interface Settled {
  seed: number;
  value: number;
}

export async function settleEach(seeds: readonly number[]): Promise<Settled[]> {
  return Promise.all(
    seeds.map(async (seed) => {
      const value = settle(seed, 20);
      return { seed, value };
    }),
  );
}
